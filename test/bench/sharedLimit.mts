import { setTimeout as sleep } from 'node:timers/promises';

import { DEFAULT_OPTIONS } from '../sandbox/options.mts';
import { withSandbox } from './benchSandbox.mts';
import type { BusyInput, BusyResult } from './busyProcess.mts';
import { nextMessage, start } from './childProcess.mts';

/** How processes that can't see each other share the limit of one IP address. */
export interface SharedLimitFigures {
  failedItems: number;
  /** Of all requests. */
  refusedPercent: number;
  /** Admitted requests, of 300 per minute. */
  usedPercent: number;
  /** Items of the process that got the most, divided by those of the one that got the least. */
  unfairness: number;
}

/** Several processes search at once, for some minutes, as fast as they can. */
export async function shareLimit(processes: number, minutes: number): Promise<SharedLimitFigures> {
  return await withSandbox(true, async (sandbox) => {
    const input: BusyInput = { credential: sandbox.credential, seconds: minutes * 60 };
    const children = Array.from({ length: processes }, () => start('busyProcess.mts', input));
    await Promise.all(children.map(nextMessage));
    await sandbox.reset();
    for (const child of children) child.send('go');
    const [results, { all, refused }] = await Promise.all([
      Promise.all(children.map(nextMessage<BusyResult>)),
      sleep(minutes * 60_000).then(sandbox.requests),
    ]);
    const done = results.map((result) => result.done);
    return {
      failedItems: results.reduce((sum, { failed }) => sum + failed, 0),
      refusedPercent: (100 * refused) / all,
      usedPercent: (100 * (all - refused)) / (minutes * DEFAULT_OPTIONS.perMinute),
      unfairness: Math.max(...done) / Math.min(...done),
    };
  });
}
