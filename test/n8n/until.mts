import { setTimeout as wait } from 'node:timers/promises';

const RETRY_MS = 250;

/** Polls until there is a result. Throws if there is none within `seconds`. */
export async function until<T>(
  what: string,
  seconds: number,
  check: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const result = await check();
    if (result !== undefined) return result;
    if (Date.now() > deadline) throw new Error(`Timed out after ${seconds} s, waiting for ${what}`);
    await wait(RETRY_MS);
  }
}
