// One job search in a process of its own; what it cost goes back to the parent.
import { Instance } from '../core/instance.mts';
import type { SandboxCredential } from './sandboxProcess.mts';
import { httpRequestNode, httpRequestSearch } from './httpRequestNode.mts';
import type { SearchCost, SearchTask } from './searchCost.mts';

process.once('message', (task: SearchTask & { credential: SandboxCredential }) => {
  void measure(task).then((cost) =>
    process.send?.(cost, () => {
      process.disconnect();
    }),
  );
});

async function measure({
  node,
  jobs,
  credential,
}: SearchTask & { credential: SandboxCredential }): Promise<SearchCost> {
  const n8n = new Instance(credential);
  const run = await prepared(n8n, node, jobs, credential.sandboxUrl);
  const memoryBefore = process.memoryUsage.rss();
  const cpuBefore = process.cpuUsage();
  const begin = performance.now();
  const found = await run();
  const cpu = process.cpuUsage(cpuBefore);
  return {
    jobs: found,
    seconds: (performance.now() - begin) / 1_000,
    cpuMs: (cpu.user + cpu.system) / 1_000,
    memoryMb: process.resourceUsage().maxRSS / 1_024 - memoryBefore / 1_048_576,
  };
}

/** Everything that is not the search itself is done before the clock starts; the run gives the number of jobs. */
async function prepared(n8n: Instance, node: SearchTask['node'], jobs: number, url: string) {
  const one = { resource: 'job', operation: 'search', limit: 1 };
  await n8n.run(one);
  if (node === 'upwork') {
    return async () => (await n8n.run({ ...one, limit: jobs })).items.length;
  }
  const httpRequest = await httpRequestNode();
  return async () => {
    const { items } = await n8n.execute(httpRequest, httpRequestSearch(url, jobs));
    return new Set(JSON.stringify(items).match(/~02\d+/g)).size;
  };
}
