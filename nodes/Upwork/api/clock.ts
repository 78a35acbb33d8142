import { sleep } from 'n8n-workflow';

/** Time and chance as the api sees them, so that tests can bring their own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Ends after `ms` milliseconds, or as soon as the signal says stop. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to, not including, 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await Promise.race([sleep(ms), ...(signal ? [stopped(signal)] : [])]);
  },
  random: () => Math.random(),
};

async function stopped(signal: AbortSignal): Promise<void> {
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
