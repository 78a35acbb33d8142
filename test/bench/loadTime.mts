import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const RUNS = 9;

/** Prints how long these files take to load once the n8n-workflow that they find is there, in milliseconds. */
const SCRIPT = `
require(require.resolve('n8n-workflow', { paths: [require('path').dirname(process.argv[1])] }));
const begin = performance.now();
for (const file of process.argv.slice(1)) require(file);
process.stdout.write(String(performance.now() - begin));
`;

/** The median load time of our nodes and credential as n8n loads them, in milliseconds. */
export function packageLoadTime(): number {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    n8n: { nodes: string[]; credentials: string[] };
  };
  return loadTime(
    [...manifest.n8n.nodes, ...manifest.n8n.credentials].map((file) => resolve(file)),
  );
}

/** The median time in which files load after n8n-workflow, each time in a new process. */
export function loadTime(files: string[]): number {
  const times = Array.from({ length: RUNS }, () =>
    Number(execFileSync(process.execPath, ['-e', SCRIPT, ...files], { encoding: 'utf8' })),
  ).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)] ?? NaN;
}
