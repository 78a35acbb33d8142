import { fileURLToPath } from 'node:url';

/** A time that passes faster than the real one, since a moment at which both were the same. */
export interface FastTime {
  /** Epoch milliseconds. */
  since: number;
  speed: number;
}

/** The clock of this time, in epoch milliseconds. */
export function fastClock({ since, speed }: FastTime, realNow = Date.now): () => number {
  return () => Math.floor(since + (realNow() - since) * speed);
}

const PRELOAD = fileURLToPath(new URL('./fastTime.mts', import.meta.url));

/** The environment variables of an n8n in which this time passes. */
export function fastTimeSettings({ since, speed }: FastTime): Record<string, string> {
  return {
    FAST_TIME_SINCE: String(since),
    FAST_TIME_SPEED: String(speed),
    NODE_OPTIONS: `--import ${PRELOAD}`,
  };
}

export function fastTimeFrom(env: Record<string, string | undefined>): FastTime {
  return { since: Number(env.FAST_TIME_SINCE), speed: Number(env.FAST_TIME_SPEED) };
}
