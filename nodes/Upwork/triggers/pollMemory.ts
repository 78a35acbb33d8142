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
  /** The state after the last poll without a lease, which n8n has not stored if nothing was emitted. */
  latest: Latest | null;
}

interface Latest {
  trigger: StoredTrigger;
  /** The version that n8n had stored before; undefined if something was emitted since. */
  base: string | null | undefined;
  /** The number of the first version after that, or of the one that was emitted last. */
  from: number;
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
let versions = 0;

export const nextVersion = (): string => `${PROCESS}/${++versions}`;

/**
 * The state to go on with: the one that n8n has stored, or what this process has made of it since. Another process
 * may have stored a newer one, and n8n may have dropped what was emitted last.
 */
export function latestState(
  { latest }: PollMemory,
  stored: StoredTrigger | undefined,
): StoredTrigger | undefined {
  return latest && follows(latest, stored) ? latest.trigger : stored;
}

/**
 * Remembers the state after a poll.
 *
 * @param stored what n8n had stored before
 * @param emits whether n8n stores this state, because something is emitted
 */
export function rememberState(
  memory: PollMemory,
  stored: StoredTrigger | undefined,
  trigger: StoredTrigger,
  emits: boolean,
): void {
  const { latest } = memory;
  if (emits) memory.latest = { trigger, base: undefined, from: numberOf(trigger) };
  else if (latest && follows(latest, stored)) memory.latest = { ...latest, trigger };
  else memory.latest = { trigger, base: stored?.version ?? null, from: numberOf(trigger) };
}

/** Whether the latest state was made of what n8n has stored. */
function follows({ trigger, base, from }: Latest, stored: StoredTrigger | undefined): boolean {
  if (!stored) return base === null;
  if (stored.version === base) return true;
  const number = numberOf(stored);
  return stored.version.startsWith(PROCESS) && number >= from && number <= numberOf(trigger);
}

const numberOf = ({ version }: StoredTrigger): number => Number(version.split('/').at(-1));
