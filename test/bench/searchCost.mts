import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { SandboxCredential } from './sandboxProcess.mts';

export interface SearchTask {
  node: 'upwork' | 'httpRequest';
  jobs: number;
}

/** What a search cost the process that ran it. `memoryMb` is the growth of its resident memory, at its peak. */
export interface SearchCost {
  jobs: number;
  seconds: number;
  cpuMs: number;
  memoryMb: number;
}

/** Runs searches against a sandbox in another process and counts their requests. */
export async function searchCosts(
  tasks: SearchTask[],
): Promise<(SearchTask & SearchCost & { requests: number })[]> {
  const sandbox = start('sandboxProcess.mts');
  const credential = await answerOf<SandboxCredential>(sandbox);
  const url = credential.sandboxUrl;
  const costs = [];
  for (const task of tasks) {
    const search = start('searchProcess.mts');
    search.send({ ...task, credential });
    const before = await requestsAt(url);
    const cost = await answerOf<SearchCost>(search);
    // One request warms up.
    costs.push({ ...task, ...cost, requests: (await requestsAt(url)) - before - 1 });
  }
  sandbox.disconnect();
  return costs;
}

function start(file: string): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: ['--import', 'tsx'] });
}

/** The types of messages between our own processes are a promise of the file that sends them. */
async function answerOf<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a process of the benchmark ended with code ${String(code)}`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T];
  return message;
}

async function requestsAt(url: string): Promise<number> {
  const stats = (await (await fetch(`${url}/sandbox/stats`)).json()) as {
    requests: { graphql: number };
  };
  return stats.requests.graphql;
}
