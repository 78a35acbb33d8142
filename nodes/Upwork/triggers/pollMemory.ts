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
  /** What the last poll has handed to n8n to be stored. */
  handedOver: { version: string; at: number } | null;
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
    handedOver: null,
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

/** n8n: a poll that it schedules has lost its lease by then, and what it returned was either stored or dropped. */
const HAND_OVER_MS = 60_000;

/**
 * Whether n8n hands a poll a state that it read before it stored that of the last poll. n8n reads it first, may wait
 * for long, and doesn't compare when it stores the next one: everything would come twice.
 */
export const isOutdated = (
  { handedOver }: PollMemory,
  stored: StoredTrigger | undefined,
  now: number,
): boolean =>
  handedOver !== null &&
  handedOver.version !== stored?.version &&
  now - handedOver.at < HAND_OVER_MS;

/** Whether the latest state was made of what n8n has stored. */
function follows({ trigger, base, from }: Latest, stored: StoredTrigger | undefined): boolean {
  if (!stored) return base === null;
  if (stored.version === base) return true;
  const number = numberOf(stored);
  return stored.version.startsWith(PROCESS) && number >= from && number <= numberOf(trigger);
}

const numberOf = ({ version }: StoredTrigger): number => Number(version.split('/').at(-1));
