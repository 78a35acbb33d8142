import { httpRequestNode } from './httpRequestNode.mts';
import { loadTime, packageLoadTime } from './loadTime.mts';
import type { LoadTime } from './loadTime.mts';
import { packedSize } from './packedSize.mts';
import { shareLimit } from './sharedLimit.mts';
import { figuresOf } from './taskCost.mts';
import type { TaskFigures } from './taskCost.mts';
import { pollCosts } from './trigger/pollCost.mts';
import { triggerFigures } from './trigger/requests.mts';

const kilobytes = (bytes: number) => `${(bytes / 1_024).toFixed(1)} KB`;
const rounded = (figure: number, digits = 1) => Number(figure.toFixed(digits));
const baseline = await httpRequestNode();

console.log('\nLoading, after n8n-workflow (median of 15 processes)');
const loading = ({ ms, modules }: LoadTime) => ({ ms: rounded(ms), modules });
console.table({
  'this package': loading(packageLoadTime()),
  'n8n HTTP Request': loading(loadTime([baseline.file])),
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

const cost = ({ jobs, requests, seconds }: TaskFigures) => ({
  jobs,
  requests,
  seconds: rounded(seconds),
});

console.log('\nSearching jobs on the sandbox, without rate limits');
const unlimited = { operation: 'search', limited: false } as const;
console.table(
  (
    await figuresOf([
      { ...unlimited, node: 'upwork', jobs: 1_000 },
      { ...unlimited, node: 'httpRequest', jobs: 1_000 },
      { ...unlimited, node: 'upwork', jobs: 10_000 },
      { ...unlimited, node: 'httpRequest', jobs: 10_000 },
    ])
  ).map((figures) => ({
    node: figures.node === 'upwork' ? 'this package' : 'n8n HTTP Request, ten per page',
    ...cost(figures),
    'CPU ms': Math.round(figures.cpuMs),
    'memory MB': rounded(figures.memoryMb),
  })),
);

console.log(
  "\n1,000 jobs by ID on the sandbox, without rate limits: the package's share of the CPU",
);
const byId = { operation: 'get', jobs: 1_000, limited: false } as const;
console.table(
  (
    await figuresOf([
      { ...byId, node: 'upwork' },
      { ...byId, node: 'bare' },
    ])
  ).map((figures) => ({
    node: figures.node === 'upwork' ? 'this package' : 'a node that only sends the same requests',
    ...cost(figures),
    'CPU ms': Math.round(figures.cpuMs),
  })),
);

console.log("\nThe trigger: what it asks of Upwork, and of n8n's database for its state");
console.table(
  (await triggerFigures()).map(({ event, stateBytes, ...requests }) => ({
    event,
    'requests per idle poll, sweeps included': requests.perIdlePoll,
    'requests per 100 new records': requests.per100New,
    'state after 10,000 new records': kilobytes(stateBytes),
  })),
);

console.log('\nCPU ms of an idle poll, and of a node that only sends the same request');
console.table(
  (await pollCosts()).map(({ event, trigger, bare }) => ({
    event,
    poll: rounded(trigger.warmMs),
    'request only': rounded(bare.warmMs),
    'poll, in a new process': rounded(trigger.coldMs),
    'request only, in a new process': rounded(bare.coldMs),
  })),
);

for (const [title, operation, jobs] of [
  ['5,000 jobs by search', 'search', 5_000],
  ['1,000 jobs by ID', 'get', 1_000],
] as const) {
  console.log(`\n${title}, on the sandbox with Upwork's limit: 10 per second, 300 per minute`);
  console.table(
    (
      await figuresOf([
        { node: 'upwork', operation, jobs, limited: true },
        { node: 'httpRequest', operation, jobs, limited: true },
      ])
    ).map((figures) => ({
      node: figures.node === 'upwork' ? 'this package' : 'n8n HTTP Request, tuned for the limit',
      ...cost(figures),
      'refused (429)': figures.refused,
      '% of the limit used': rounded(figures.usedPercent),
      'CPU ms per 1,000': Math.round((1_000 * figures.cpuMs) / figures.jobs),
      'memory MB': rounded(figures.memoryMb),
    })),
  );
}

console.log('\nThree processes behind one IP address, each as fast as it can, for 5 minutes');
const shared = await shareLimit(3, 5);
console.table({
  'this package': {
    'failed items': shared.failedItems,
    'refused %': rounded(shared.refusedPercent, 2),
    '% of the limit used': rounded(shared.usedPercent),
    'most / least': rounded(shared.unfairness, 2),
  },
});
