// What `npm pack` would publish, checked: nothing but the built package, without dependencies, and small.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ALLOWED = /^(dist\/.*|README\.md|LICENSE|CHANGELOG\.md|package\.json)$/;
const SIZE_LIMIT = 150 * 1024;

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
);
const paths = packed.files.map(({ path }) => path);
const needed = ['README.md', 'LICENSE', ...manifest.n8n.nodes, ...manifest.n8n.credentials];

const faults = [
  ...paths.filter((path) => !ALLOWED.test(path)).map((path) => `${path} would be published`),
  ...needed.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
  ...Object.keys(manifest.dependencies ?? {}).map((name) => `${name} is a dependency at run time`),
  ...(packed.size > SIZE_LIMIT ? [`${packed.size} bytes are more than ${SIZE_LIMIT}`] : []),
];
const summary = `${packed.filename}: ${paths.length} files, ${packed.size} bytes packed, ${packed.unpackedSize} unpacked`;
console.log([summary, ...faults.map((fault) => `FAULT: ${fault}`)].join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;
