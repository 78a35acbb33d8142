import { floorAfter } from '../sweepInterval';
import { remember } from '../seen/memory';
import { keyOf, keysIn } from '../seen/seenIds';
import type { InnerRecord, OuterRecord } from './nestedLists';
import type { Progress } from './progress';
import type { InnerReading, OuterReading } from './readLists';
import type { NestedStart, NestedState } from './state';
import { outerKey, textOf, versionKey, versionsIn } from './versions';

// With the records that are remembered, the state stays below 64 KB.
const MAX_KEYS = 300;
const MAX_GAPS = 5;
const MAX_FAILING = 20;

export interface NestedReading {
  outer: readonly OuterReading<OuterRecord>[];
  inner: readonly InnerReading[];
  /** The inner records to remember. */
  records: readonly InnerRecord[];
}

/** What a poll has done about a list. */
interface Step {
  key: string;
  /** Whether nothing is left of it for the sweep. A list that fails is tried again in any case. */
  isDone: boolean;
  hasFailed: boolean;
  /** The cursor with which to go on. */
  gap: string | undefined;
}

interface InnerStep extends Step {
  outer: OuterRecord;
  hasChanged: boolean;
  /** Whether some of its news has to be emitted by the next polls. */
  waits: boolean;
  /** Whether all of its news is remembered. */
  isSettled: boolean;
}

/** The state after a poll. @param waiting the IDs of the inner records that the next polls have to emit */
export function afterReading(
  progress: Progress,
  { outer, inner, records }: NestedReading,
  waiting: ReadonlySet<string>,
): NestedState {
  const { state, sweep, time } = progress;
  const { start } = state;
  const innerSteps = inner.map((one) => innerStep(one, waiting, progress));
  const unread = new Set(innerSteps.flatMap((one) => (one.isDone ? [] : one.outer.id)));
  const steps = [...innerSteps, ...outer.map((one) => outerStep(one, unread, progress))];
  const isComplete = steps.every(({ isDone }) => isDone);
  const done = doneAfter(keysIn(sweep.done), steps);
  const failing = failingAfter(state, steps, time.now, isComplete ? done : null);
  const isHeld = Object.values(failing).some((since) => !progress.hasGivenUp(since));
  const movesOn = isComplete && !isHeld;

  const past = movesOn
    ? Math.max(progress.floor, floorAfter(sweep.startedAt, time.windowMs))
    : progress.floor;
  const { memory, forgottenUntil } = remember(
    state,
    records
      .filter(({ id }) => !waiting.has(id))
      .map(({ id, at }) => ({ key: keyOf(id), time: at })),
    past,
  );
  const isCaughtUp =
    waiting.size === 0 &&
    !isHeld &&
    outer.every(({ reading }) => reading.isTopComplete) &&
    innerSteps.every(({ hasChanged, isDone }) => isDone || !hasChanged);
  return {
    ...state,
    ...memory,
    start: startAfter(start, records, movesOn, isCaughtUp),
    floor: movesOn ? Math.max(past, forgottenUntil ?? past) : (forgottenUntil ?? state.floor),
    versions: versionsAfter(state, outer, innerSteps),
    sweep: {
      ...sweep,
      isComplete,
      done: latest(done),
    },
    gaps: gapsAfter(state, steps),
    failing,
    caughtUpAt: isCaughtUp ? time.now : state.caughtUpAt,
  };
}

function innerStep(
  { outer, key, hasChanged, reading }: InnerReading,
  waiting: ReadonlySet<string>,
  progress: Progress,
): InnerStep {
  const step = { outer, key, hasChanged };
  if (!reading) {
    const gap = progress.gapOf(key);
    const hasFailed = progress.isFailing(key);
    return { ...step, isDone: false, isSettled: false, waits: false, hasFailed, gap };
  }
  const waits = [...reading.top, ...reading.below].some(({ id }) => waiting.has(id));
  const hasFailed = reading.failures.length > 0;
  return {
    ...step,
    isDone: !waits && (reading.isComplete || hasFailed),
    isSettled: !waits && reading.isComplete,
    waits,
    hasFailed,
    // What waits is somewhere in what was read.
    gap: waits ? undefined : reading.gap,
  };
}

/** An outer list is read again as long as an inner list of one of its records has to be. */
function outerStep(
  { key, reading }: OuterReading<OuterRecord>,
  unread: ReadonlySet<string>,
  progress: Progress,
): Step {
  const isUnread = ({ id }: OuterRecord) => unread.has(id);
  const hasFailed = reading.failures.length > 0;
  if (reading.top.some(isUnread)) return { key, isDone: false, hasFailed, gap: undefined };
  if (reading.below.some(isUnread)) {
    return { key, isDone: false, hasFailed, gap: progress.gapOf(key) };
  }
  return { key, isDone: reading.isComplete || hasFailed, hasFailed, gap: reading.gap };
}

/** The versions whose news is remembered, those that were listed last at the end. */
function versionsAfter(
  { versions }: NestedState,
  outer: readonly OuterReading<OuterRecord>[],
  steps: readonly InnerStep[],
): string {
  const next = new Map(versionsIn(versions));
  const setLast = (key: string, version: string | null | undefined) => {
    next.delete(key);
    if (version) next.set(key, version);
  };
  for (const one of outer.flatMap(({ reading }) => [...reading.below, ...reading.top])) {
    const key = outerKey(one);
    setLast(key, next.get(key));
  }
  for (const { key, outer: read, hasChanged, waits, isSettled } of steps) {
    if (isSettled) setLast(key, versionKey(read));
    else if (waits || hasChanged) next.delete(key);
  }
  return textOf(next, MAX_KEYS);
}

function doneAfter(done: readonly string[], steps: readonly Step[]): string[] {
  const undone = new Set(steps.flatMap(({ key, isDone }) => (isDone ? [] : key)));
  const newlyDone = steps.flatMap(({ key, isDone }) => (isDone ? key : []));
  return [...done.filter((key) => !undone.has(key)), ...newlyDone];
}

function gapsAfter({ gaps }: NestedState, steps: readonly Step[]): NestedState['gaps'] {
  const next = new Map(Object.entries(gaps));
  for (const { key, gap } of steps) {
    next.delete(key);
    if (gap !== undefined) next.set(key, gap);
  }
  return Object.fromEntries([...next].slice(-MAX_GAPS));
}

/** @param listed the keys of all lists that there are, if that is known */
function failingAfter(
  { failing }: NestedState,
  steps: readonly Step[],
  now: number,
  listed: readonly string[] | null,
): NestedState['failing'] {
  const isGone = (key: string) => listed !== null && !listed.includes(key);
  const next = new Map(Object.entries(failing).filter(([key]) => !isGone(key)));
  for (const { key, hasFailed } of steps) {
    if (hasFailed) next.set(key, next.get(key) ?? now);
    else next.delete(key);
  }
  return Object.fromEntries([...next].slice(-MAX_FAILING));
}

/** What existed is known after the first sweep; what moved while it read comes with the next complete poll. */
function startAfter(
  start: NestedStart,
  records: readonly InnerRecord[],
  movesOn: boolean,
  isCaughtUp: boolean,
): NestedStart {
  if (start.isKnown === 'yes') return start;
  if (start.isKnown === 'almost') return { ...start, isKnown: isCaughtUp ? 'yes' : 'almost' };
  const hasUndated = start.hasUndated || records.some(({ at }) => at === null);
  return { ...start, hasUndated, isKnown: movesOn ? 'almost' : 'no' };
}

/** The last keys, each once. */
const latest = (keys: readonly string[]): string =>
  [...new Set([...keys].reverse())].slice(0, MAX_KEYS).reverse().join('');
