// One task in a separate process, which reports its cost to the parent.
import { setTimeout as sleep } from 'node:timers/promises';

import type { INodeParameters } from 'n8n-workflow';

import { Instance } from '../core/instance.mts';
import { DEFAULT_OPTIONS } from '../sandbox/options.mts';
import { idFor } from '../sandbox/world/random.mts';
import { bareNode } from './bareNode.mts';
import { finish, readInput, waitForStart } from './childProcess.mts';
import { httpRequestGet, httpRequestNode, httpRequestSearch } from './httpRequestNode.mts';
import type { TaskCost, TaskInput } from './taskCost.mts';

const get: INodeParameters = {
  resource: 'job',
  operation: 'get',
  jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
};

const input = readInput() as TaskInput;
const run = await runnerOf(input);
await run(10);
// So that the warm-up doesn't count against the first second of our own limiter.
await sleep(1_000);
await waitForStart();
finish(await measured(async () => await run(input.task.jobs)));

/** A function that runs the task for a number of jobs and returns how many were found. */
async function runnerOf({
  task,
  credential,
}: TaskInput): Promise<(jobs: number) => Promise<number>> {
  const n8n = new Instance(credential);
  const isGet = task.operation === 'get';
  const inputFor = (jobs: number) => (isGet ? jobIds(jobs) : [{}]);
  if (task.node === 'upwork') {
    return async (jobs) => {
      const parameters = isGet ? get : { resource: 'job', operation: 'search', limit: jobs };
      return (await n8n.run(parameters, { input: inputFor(jobs) })).items.length;
    };
  }
  const { sandboxUrl } = credential;
  if (task.node === 'bare') {
    const bare = { type: bareNode(sandboxUrl), name: 'n8n-nodes-upwork.upwork', version: 1 };
    return async (jobs) => (await n8n.execute(bare, get, { input: jobIds(jobs) })).items.length;
  }
  const httpRequest = await httpRequestNode();
  return async (jobs) => {
    const parameters = isGet
      ? httpRequestGet(sandboxUrl)
      : httpRequestSearch(sandboxUrl, jobs, task.limited);
    const options = { input: inputFor(jobs), continueOnFail: true };
    const { items } = await n8n.execute(httpRequest, parameters, options);
    return new Set(JSON.stringify(items).match(/~02\d+/g)).size;
  };
}

async function measured(task: () => Promise<number>): Promise<TaskCost> {
  const memoryBefore = process.memoryUsage.rss();
  const cpuBefore = process.cpuUsage();
  const begin = performance.now();
  const jobs = await task();
  const cpu = process.cpuUsage(cpuBefore);
  return {
    jobs,
    seconds: (performance.now() - begin) / 1_000,
    cpuMs: (cpu.user + cpu.system) / 1_000,
    memoryMb: process.resourceUsage().maxRSS / 1_024 - memoryBefore / 1_048_576,
  };
}

/** One item for each of the sandbox's first jobs. */
function jobIds(count: number) {
  return Array.from({ length: count }, (_, number) => ({
    id: idFor('job', DEFAULT_OPTIONS.seed, number),
  }));
}
