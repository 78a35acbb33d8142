// Which folder may import which: only lower layers, types included.
const UPWORK = '^nodes/Upwork/';

/** Each layer with those below it; actions, triggers and methods are on the same level. */
const LAYERS = {
  actions: ['fields', 'records', 'api'],
  triggers: ['fields', 'records', 'api'],
  methods: ['fields', 'records', 'api'],
  fields: ['records', 'api'],
  records: ['api'],
  api: [],
};

/** What every layer may import. */
const COMMON = ['objects.ts', 'attempt.ts'];

/** The layers inside api/, lowest first. */
const API_LAYERS = [
  ['abort.ts', 'clock.ts', 'context.ts', 'organizationKind.ts'],
  ['errors'],
  ['rateLimit'],
  ['state.ts'],
  ['auth'],
  ['http'],
  ['graphql'],
  ['upload.ts'],
  ['client.ts', 'index.ts', 'warnings.ts', 'organizationAdvice.ts'],
];

/** A pattern for the files and folders with these names, and everything in the folders. */
const within = (folder, names) => `${folder}(${names.map((name) => `${name}($|/)`).join('|')})`;

const layerRules = Object.entries(LAYERS).map(([layer, below]) => ({
  name: `layer-${layer}`,
  severity: 'error',
  from: { path: within(UPWORK, [layer]) },
  to: { path: UPWORK, pathNot: within(UPWORK, [layer, ...below, ...COMMON]) },
}));

const commonRule = {
  name: 'layer-common',
  severity: 'error',
  from: { path: within(UPWORK, COMMON) },
  to: { path: UPWORK, pathNot: within(UPWORK, COMMON) },
};

const apiLayerRules = API_LAYERS.slice(0, -1).map((names, index) => ({
  name: `api-layer-${names[0].replace('.ts', '')}`,
  severity: 'error',
  from: { path: within(`${UPWORK}api/`, names) },
  to: { path: within(`${UPWORK}api/`, API_LAYERS.slice(index + 1).flat()) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unused',
      comment: 'Neither node imports this file. (The build uses the type in data.ts.)',
      severity: 'error',
      from: { path: `${UPWORK}index\\.ts$` },
      to: {
        path: UPWORK,
        pathNot: within(UPWORK, ['index.ts', 'records/data.ts']),
        reachable: false,
      },
    },
    ...layerRules,
    commonRule,
    {
      name: 'api-only-through-index',
      severity: 'error',
      from: { pathNot: [within(UPWORK, ['api']), '^credentials/'] },
      to: { path: within(UPWORK, ['api']), pathNot: `${UPWORK}api/index\\.ts$` },
    },
    {
      name: 'credential-only-imports-local-url',
      severity: 'error',
      from: { path: '^credentials/' },
      to: { path: UPWORK, pathNot: `${UPWORK}api/auth/localUrl\\.ts$` },
    },
    {
      name: 'api-layer-missing',
      comment: 'Give this file or folder a layer in API_LAYERS.',
      severity: 'error',
      from: {},
      to: { path: within(UPWORK, ['api']), pathNot: within(`${UPWORK}api/`, API_LAYERS.flat()) },
    },
    ...apiLayerRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
