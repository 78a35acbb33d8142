// Checks what `npm pack` would publish: only the built package, without dependencies, and small;
// n8n can load it, it matches the sources, and n8n's own scan of published packages passes.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { PackageDirectoryLoader } from 'n8n-core';

import { resources } from '../nodes/Upwork/resources.ts';
import { Upwork } from '../nodes/Upwork/Upwork.node.ts';
import { UpworkTrigger } from '../nodes/Upwork/UpworkTrigger.node.ts';

const FILES = [
  /^(README\.md|LICENSE|CHANGELOG\.md|package\.json)$/,
  /^dist\/THIRD_PARTY_LICENSES\.txt$/,
  /^dist\/icons\/\w+(\.dark)?\.svg$/,
  /^dist\/credentials\/\w+\.credentials\.js$/,
  /^dist\/nodes\/Upwork\/(\w+\.node\.js(on)?|bundle\.js|documents\.js|parseDocument\.js)$/,
  /^dist\/nodes\/Upwork\/__schema__\/v1\.0\.0\/\w+\/\w+\.json$/,
];
const SIZE_LIMIT = 150 * 1024;

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
);
const paths = packed.files.map(({ path }) => path);

const problems = [
  ...contentProblems(),
  ...descriptionProblems(),
  // After the descriptions, because it adds n8n's own fields to them.
  ...(await loaderProblems()),
  ...(await scanProblems()),
];
const summary = `${packed.filename}: ${paths.length} files, ${packed.size} bytes packed, ${packed.unpackedSize} unpacked`;
console.log([summary, ...problems.map((problem) => `PROBLEM: ${problem}`)].join('\n'));
process.exitCode = problems.length > 0 ? 1 : 0;

function contentProblems() {
  const schemas = resources.flatMap((resource) =>
    resource.operations.map(
      ({ value }) => `dist/nodes/Upwork/__schema__/v1.0.0/${resource.value}/${value}.json`,
    ),
  );
  const needed = [
    'README.md',
    'LICENSE',
    'dist/THIRD_PARTY_LICENSES.txt',
    ...manifest.n8n.nodes,
    ...manifest.n8n.credentials,
    'dist/nodes/Upwork/bundle.js',
    'dist/nodes/Upwork/documents.js',
    'dist/nodes/Upwork/parseDocument.js',
    ...schemas,
  ];
  return [
    ...paths
      .filter((path) => !FILES.some((pattern) => pattern.test(path)))
      .map((path) => `${path} would be published`),
    ...needed.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
    ...Object.keys(manifest.dependencies ?? {}).map(
      (name) => `${name} is a dependency at run time`,
    ),
    ...(packed.size > SIZE_LIMIT ? [`${packed.size} bytes are more than ${SIZE_LIMIT}`] : []),
  ];
}

function descriptionProblems() {
  const built = createRequire(import.meta.url)('../dist/nodes/Upwork/bundle.js');
  return [Upwork, UpworkTrigger]
    .filter(
      (Node) => !isDeepStrictEqual(new built[Node.name]().description, new Node().description),
    )
    .map(({ name }) => `${name} is not built from these sources`);
}

/** n8n's loader reads package.json and throws if a file or its class is missing. */
async function loaderProblems() {
  const loader = new PackageDirectoryLoader(process.cwd());
  await loader.loadAll();
  const { nodes, credentials } = loader.types;
  const icons = [...nodes, ...credentials].flatMap(({ name, iconUrl }) =>
    ['light', 'dark'].map((theme) => ({
      name,
      theme,
      path: iconUrl?.[theme]?.replace(`icons/${manifest.name}/`, ''),
    })),
  );
  return [
    ...icons
      .filter(({ path }) => !paths.includes(path))
      .map(({ name, theme }) => `${name} has no icon for the ${theme} theme`),
    ...nodes.filter(({ codex }) => !codex).map(({ name }) => `${name} has no codex`),
  ];
}

async function scanProblems() {
  const { passed, message, details } = await analyzePackage(process.cwd(), [
    'package.json',
    'dist/**/*.{js,json}',
  ]);
  return passed ? [] : [`n8n's scan: ${message}\n${details}`];
}
