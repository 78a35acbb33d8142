import { httpRequestNode } from './httpRequestNode.mts';
import { loadTime, packageLoadTime } from './loadTime.mts';
import { packedSize } from './packedSize.mts';
import { searchCosts } from './searchCost.mts';

const kilobytes = (bytes: number) => `${(bytes / 1_024).toFixed(1)} KB`;
const baseline = await httpRequestNode();

console.log('\nLoading, after n8n-workflow (median of 9 processes)');
console.table({
  'this package': { ms: Number(packageLoadTime().toFixed(1)) },
  'n8n HTTP Request': { ms: Number(loadTime([baseline.file]).toFixed(1)) },
});

const { size, unpackedSize, entryCount } = packedSize();
console.log('\nSize');
console.table({
  'this package': {
    tarball: kilobytes(size),
    unpacked: kilobytes(unpackedSize),
    files: entryCount,
  },
});

console.log('\nSearching jobs on the sandbox, which enforces no limit here');
const costs = await searchCosts([
  { node: 'upwork', jobs: 1_000 },
  { node: 'httpRequest', jobs: 1_000 },
  { node: 'upwork', jobs: 10_000 },
  { node: 'httpRequest', jobs: 10_000 },
]);
console.table(
  costs.map(({ node, jobs, requests, seconds, cpuMs, memoryMb }) => ({
    node: node === 'upwork' ? 'this package' : 'n8n HTTP Request, ten per page',
    jobs,
    requests,
    seconds: Number(seconds.toFixed(1)),
    'CPU ms': Math.round(cpuMs),
    'memory MB': Number(memoryMb.toFixed(1)),
  })),
);
