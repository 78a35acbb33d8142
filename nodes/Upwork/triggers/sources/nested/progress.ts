import type { PollTime } from '../../source';
import { SWEEP_INTERVAL_MS } from '../sweepInterval';
import { knownKeys } from '../seen/memory';
import { keyOf, keysIn } from '../seen/seenIds';
import type { InnerRecord, OuterList, OuterRecord } from './nestedLists';
import type { NestedState, NestedSweep } from './state';

/** How far Upwork's clock and n8n's may differ: what is listed after the start happened after the start. */
const CLOCK_TOLERANCE_MS = 15 * 60_000;
/** A list that can't be read for so long no longer holds back what the others have to forget. */
const GIVE_UP_MS = 24 * 60 * 60_000;

/** What the state says about what a poll reads. */
export class Progress {
  /** The one in progress, or the last one. */
  readonly sweep: NestedSweep;
  /** Whatever happened up to this moment need not be read. */
  readonly floor: number;
  private readonly known: ReadonlySet<string>;
  private readonly versions: ReadonlySet<string>;
  private readonly done: ReadonlySet<string>;

  constructor(
    readonly state: NestedState,
    readonly time: PollTime,
  ) {
    const { sweep, floor } = state;
    const isDue = sweep.isComplete && time.now - sweep.startedAt >= SWEEP_INTERVAL_MS;
    this.sweep = isDue ? { ...sweep, startedAt: time.now, isComplete: false, done: '' } : sweep;
    this.floor = sweep.isFirst ? floor - CLOCK_TOLERANCE_MS : floor;
    this.known = knownKeys(state);
    this.versions = new Set(keysIn(state.versions));
    this.done = new Set(keysIn(this.sweep.done));
  }

  isKnown({ id }: InnerRecord): boolean {
    return this.known.has(keyOf(id));
  }

  isPast({ at }: Pick<InnerRecord, 'at'>): boolean {
    return at !== null && at <= this.floor;
  }

  /** Until the first sweep is complete, what existed can only be told by its time. */
  isNew(record: InnerRecord): boolean {
    if (this.isKnown(record)) return false;
    if (record.at === null) return !this.sweep.isFirst;
    return record.at > this.state.floor;
  }

  isOuterPast({ activeAt }: OuterRecord): boolean {
    return activeAt !== null && activeAt <= this.floor;
  }

  /** Whether the inner list may hold something new. */
  hasChanged(outer: OuterRecord): boolean {
    const key = outerKey(outer);
    if (this.isFailing(key)) return !this.isGivenUp(key);
    const version = versionKey(outer);
    return version === null || !this.versions.has(version);
  }

  /** Whether the sweep has read a list. */
  isDone(key: string): boolean {
    return this.done.has(key);
  }

  /** Whether a list has to be read on below what is known. */
  mustReadAll(key: string): boolean {
    return !this.isDone(key) || (this.isFailing(key) && !this.isGivenUp(key));
  }

  gapOf(key: string): string | undefined {
    return this.state.gaps[key];
  }

  /** Whether a list that can't be read since then no longer holds back the others. */
  hasGivenUp(since: number): boolean {
    return this.time.now - since >= GIVE_UP_MS;
  }

  isFailing(key: string): boolean {
    return key in this.state.failing;
  }

  private isGivenUp(key: string): boolean {
    const since = this.state.failing[key];
    return since !== undefined && this.hasGivenUp(since);
  }
}

export const listKey = ({ id }: Pick<OuterList<OuterRecord>, 'id'>): string => keyOf(`list ${id}`);

export const outerKey = ({ id }: OuterRecord): string => keyOf(id);

export const versionKey = ({ id, version }: OuterRecord): string | null =>
  version === null ? null : keyOf(`${id} ${version}`);
