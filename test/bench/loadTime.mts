import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const RUNS = 15;

/**
 * Prints how long these files take to load after n8n-workflow, in milliseconds, and how many
 * modules they load, other packages not counted.
 */
const SCRIPT = `
require(require.resolve('n8n-workflow', { paths: [require('path').dirname(process.argv[1])] }));
// What n8n-workflow leaves to collect must not count.
gc();
const before = new Set(Object.keys(require.cache));
const begin = performance.now();
for (const file of process.argv.slice(1)) require(file);
const ms = performance.now() - begin;
const loaded = Object.keys(require.cache).filter((file) => !before.has(file));
const [, ownPackage] = /^(.*\\/)dist\\//.exec(process.argv[1]);
const own = loaded.filter(
  (file) => file.startsWith(ownPackage) && !file.slice(ownPackage.length).includes('node_modules'),
);
process.stdout.write(JSON.stringify({ ms, modules: own.length }));
`;

export interface LoadTime {
  ms: number;
  modules: number;
}

/** How our nodes and credential load in n8n. */
export function packageLoadTime(): LoadTime {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    n8n: { nodes: string[]; credentials: string[] };
  };
  return loadTime(
    [...manifest.n8n.nodes, ...manifest.n8n.credentials].map((file) => resolve(file)),
  );
}

/** The median of how built files load after n8n-workflow, each time in a new process. */
export function loadTime(files: string[]): LoadTime {
  const runs = Array.from(
    { length: RUNS },
    () =>
      JSON.parse(
        execFileSync(process.execPath, ['--expose-gc', '-e', SCRIPT, ...files], {
          encoding: 'utf8',
        }),
      ) as LoadTime,
  ).sort((a, b) => a.ms - b.ms);
  const median = runs[Math.floor(RUNS / 2)];
  if (!median) throw new Error('There was no run');
  return median;
}
