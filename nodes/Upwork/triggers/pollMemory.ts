import { randomUUID } from 'crypto';

import type { StoredTrigger } from './storedTrigger';

/** The recent past of a trigger in this process. */
export interface PollMemory {
  /** The poll that is running, if any. */
  running: object | null;
  consecutiveFailures: number;
  /** No scheduled poll before this moment, in epoch milliseconds. */
  resumeAt: number;
  /** The activations of which a poll has begun. */
  readonly activations: WeakSet<object>;
  /**
   * The state after the last poll, which n8n has not stored if nothing was emitted. Null after a poll with a lease:
   * only n8n knows whether what it returned was emitted.
   */
  latest: Latest | null;
}

interface Latest {
  trigger: StoredTrigger;
  /** The version of the stored state with which this process began. */
  base: string | null;
}

const memories = new Map<string, PollMemory>();

/** By workflow and node. */
export function pollMemory(id: string): PollMemory {
  const memory = memories.get(id) ?? {
    running: null,
    consecutiveFailures: 0,
    resumeAt: 0,
    activations: new WeakSet(),
    latest: null,
  };
  memories.set(id, memory);
  return memory;
}

/** Tells the states that this process has made from those of others. */
const PROCESS = randomUUID();
let polls = 0;

export const nextVersion = (): string => `${PROCESS}/${++polls}`;

/**
 * The state to go on with: the one that n8n has stored, or what this process has made of it since. Another process
 * may have stored a newer one.
 */
export function latestState(
  { latest }: PollMemory,
  stored: StoredTrigger | undefined,
): StoredTrigger | undefined {
  if (!latest) return stored;
  const version = stored?.version ?? null;
  return version === latest.base || version?.startsWith(PROCESS) ? latest.trigger : stored;
}

/** @param stored what n8n had stored before */
export function rememberState(
  memory: PollMemory,
  stored: StoredTrigger | undefined,
  trigger: StoredTrigger,
): void {
  const isOurs = stored?.version.startsWith(PROCESS) ?? false;
  const base = isOurs && memory.latest ? memory.latest.base : (stored?.version ?? null);
  memory.latest = { trigger, base };
}
