// One of several n8n processes behind one IP address, which searches as fast as it can for a while.
import { Instance } from '../core/instance.mts';
import { finish, readInput, waitForStart } from './childProcess.mts';
import type { SandboxCredential } from './sandboxCredential.mts';

/** Concurrent runs of a workflow. */
const CALLERS = 10;

export interface BusyInput {
  credential: SandboxCredential;
  seconds: number;
}

/** Items that got their jobs in time, and items that failed at any time. */
export interface BusyResult {
  done: number;
  failed: number;
}

const { credential, seconds } = readInput() as BusyInput;
const search = { resource: 'job', operation: 'search', limit: 100 };
const n8n = new Instance(credential);
await n8n.run(search);
await waitForStart();

const result: BusyResult = { done: 0, failed: 0 };
const end = performance.now() + seconds * 1_000;
await Promise.all(Array.from({ length: CALLERS }, searchRepeatedly));
finish(result);

async function searchRepeatedly(): Promise<void> {
  while (performance.now() < end) {
    const { items } = await n8n.run(search, { continueOnFail: true });
    if (items.some(({ json }) => 'error' in json)) result.failed++;
    else if (performance.now() < end) result.done++;
  }
}
