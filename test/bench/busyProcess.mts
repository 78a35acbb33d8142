// One of several n8n processes behind one address, which searches as fast as it can for a while.
import { Instance } from '../core/instance.mts';
import { finish, orderOf, readyToGo } from './childProcess.mts';
import type { SandboxCredential } from './sandboxProcess.mts';

/** Runs of a workflow at a time. */
const CALLERS = 10;

export interface BusyOrder {
  credential: SandboxCredential;
  seconds: number;
}

/** Items that got their jobs within the time, and those that got an error, within it or after. */
export interface BusyResult {
  done: number;
  failed: number;
}

const { credential, seconds } = orderOf() as BusyOrder;
const search = { resource: 'job', operation: 'search', limit: 100 };
const n8n = new Instance(credential);
await n8n.run(search);
await readyToGo();

const result: BusyResult = { done: 0, failed: 0 };
const end = performance.now() + seconds * 1_000;
await Promise.all(Array.from({ length: CALLERS }, searchOverAndOver));
finish(result);

async function searchOverAndOver(): Promise<void> {
  while (performance.now() < end) {
    const { items } = await n8n.run(search, { continueOnFail: true });
    if (items.some(({ json }) => 'error' in json)) result.failed++;
    else if (performance.now() < end) result.done++;
  }
}
