import { setTimeout as wait } from 'node:timers/promises';

const RETRY_MS = 250;

/** Asks again and again until there is an answer. Throws when there is none within `seconds`. */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain for ${what}`);
    await wait(RETRY_MS);
  }
}
