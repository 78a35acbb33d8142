import { sleep } from 'n8n-workflow';

import { unlessAborted } from './abort';

/** Time and randomness, so that tests can replace them. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms` milliseconds, or as soon as the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A signal that is aborted after `ms` milliseconds, with a TimeoutError. */
  timeout(ms: number): AbortSignal;
  /** From 0 up to, not including, 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await unlessAborted(sleep(ms), signal);
  },
  timeout: (ms) => AbortSignal.timeout(ms),
  random: () => Math.random(),
};
