// Which folder may import which: everything only downward, types included.
const UPWORK = '^nodes/Upwork/';

/** Each floor with those below it; actions, triggers and methods stand side by side. */
const FLOORS = {
  actions: ['fields', 'records', 'api'],
  triggers: ['fields', 'records', 'api'],
  methods: ['fields', 'records', 'api'],
  fields: ['records', 'api'],
  records: ['api'],
  api: [],
};

/** What every floor may import. */
const COMMON = ['objects.ts', 'attempt.ts'];

/** The rooms of the api, the lowest first. */
const ROOMS = [
  ['abort.ts', 'clock.ts', 'context.ts'],
  ['errors'],
  ['rateLimit'],
  ['state.ts'],
  ['auth'],
  ['http'],
  ['graphql'],
  ['upload.ts'],
  ['client.ts', 'index.ts', 'warnings.ts', 'organizationAdvice.ts'],
];

/** A pattern for files and folders; a folder's name ends where its path goes on. */
const within = (folder, names) => `${folder}(${names.map((name) => `${name}($|/)`).join('|')})`;

const floorRules = Object.entries(FLOORS).map(([floor, below]) => ({
  name: `floor-${floor}`,
  severity: 'error',
  from: { path: within(UPWORK, [floor]) },
  to: { path: UPWORK, pathNot: within(UPWORK, [floor, ...below, ...COMMON]) },
}));

const commonRule = {
  name: 'floor-common',
  severity: 'error',
  from: { path: within(UPWORK, COMMON) },
  to: { path: UPWORK, pathNot: within(UPWORK, COMMON) },
};

const roomRules = ROOMS.slice(0, -1).map((room, index) => ({
  name: `api-room-${room[0].replace('.ts', '')}`,
  severity: 'error',
  from: { path: within(`${UPWORK}api/`, room) },
  to: { path: within(`${UPWORK}api/`, ROOMS.slice(index + 1).flat()) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unused',
      comment: 'Neither node needs this file. (Of data.ts the build needs the type.)',
      severity: 'error',
      from: { path: `${UPWORK}index\\.ts$` },
      to: {
        path: UPWORK,
        pathNot: within(UPWORK, ['index.ts', 'records/data.ts']),
        reachable: false,
      },
    },
    ...floorRules,
    commonRule,
    {
      name: 'api-only-by-its-index',
      severity: 'error',
      from: { pathNot: [within(UPWORK, ['api']), '^credentials/'] },
      to: { path: within(UPWORK, ['api']), pathNot: `${UPWORK}api/index\\.ts$` },
    },
    {
      name: 'credential-only-knows-local-urls',
      severity: 'error',
      from: { path: '^credentials/' },
      to: { path: UPWORK, pathNot: `${UPWORK}api/auth/localUrl\\.ts$` },
    },
    {
      name: 'api-room-missing',
      comment: 'Give this file or folder a place in ROOMS.',
      severity: 'error',
      from: {},
      to: { path: within(UPWORK, ['api']), pathNot: within(`${UPWORK}api/`, ROOMS.flat()) },
    },
    ...roomRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
