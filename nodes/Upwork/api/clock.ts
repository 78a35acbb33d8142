import { sleep } from 'n8n-workflow';

/** Time and chance, so that tests can bring their own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms` milliseconds, or as soon as the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to, not including, 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await Promise.race([sleep(ms), ...(signal ? [aborted(signal)] : [])]);
  },
  random: () => Math.random(),
};

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((end) => {
    signal.addEventListener(
      'abort',
      () => {
        end();
      },
      { once: true },
    );
  });
}
