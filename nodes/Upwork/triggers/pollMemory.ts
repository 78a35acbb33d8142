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
  /** What the last poll with a lease has made. */
  leased: Leased | null;
}

interface Leased {
  /** The version with which the poll began. */
  base: string | null;
  /** The number of the version that it has made. */
  made: number;
  /** Until when n8n may not have stored it, in epoch milliseconds. */
  until: number;
}

interface Latest {
  trigger: StoredTrigger;
  /** The version that n8n had stored before; undefined if something was emitted since. */
  base: string | null | undefined;
  /** The number of the first version after that, or of the one that was emitted last. */
  from: number;
}

/** n8n: how long a lease lasts. What has not been stored by then was not emitted either. */
const LEASE_MS = 60_000;

const memories = new Map<string, PollMemory>();

/** By workflow and node. */
export function pollMemory(id: string): PollMemory {
  const memory = memories.get(id) ?? {
    running: null,
    consecutiveFailures: 0,
    resumeAt: 0,
    activations: new WeakSet(),
    latest: null,
    leased: null,
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

/** Remembers what a poll with a lease has made. Only n8n knows whether it emits that. */
export function rememberLeased(
  memory: PollMemory,
  base: string | null,
  trigger: StoredTrigger,
  now: number,
): void {
  memory.leased = { base, made: numberOf(trigger), until: now + LEASE_MS };
}

/**
 * Whether this is a state from before the last poll. n8n: polls that are close together can get one, because n8n reads
 * it first, stores what a poll has made a moment after the poll, and stores whatever comes last.
 */
export function isOutdated(
  { leased }: PollMemory,
  stored: StoredTrigger | undefined,
  now: number,
): boolean {
  if (!leased || now >= leased.until) return false;
  if ((stored?.version ?? null) === leased.base) return true;
  return stored?.version.startsWith(PROCESS) === true && numberOf(stored) < leased.made;
}

/** Whether the latest state was made of what n8n has stored. */
function follows({ trigger, base, from }: Latest, stored: StoredTrigger | undefined): boolean {
  if (!stored) return base === null;
  if (stored.version === base) return true;
  const number = numberOf(stored);
  return stored.version.startsWith(PROCESS) && number >= from && number <= numberOf(trigger);
}

const numberOf = ({ version }: StoredTrigger): number => Number(version.split('/').at(-1));
