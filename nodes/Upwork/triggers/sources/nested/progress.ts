import type { PollTime } from '../../source';
import { floorAfter, SWEEP_INTERVAL_MS } from '../sweepInterval';
import { knownKeys } from '../seen/memory';
import { keyOf, keysIn } from '../seen/seenIds';
import type { InnerRecord, OuterList, OuterRecord } from './nestedLists';
import type { NestedState, NestedSweep } from './state';
import { outerKey, versionKey, versionsIn } from './versions';
import type { Versions } from './versions';

/** How far Upwork's clock and n8n's may differ: what is listed after the start happened after the start. */
const CLOCK_TOLERANCE_MS = 15 * 60_000;
/** How many records without a time are remembered of a list, to tell what is above them. */
const LANDMARKS = 10;
/** A list that can't be read for so long no longer holds back what the others have to forget. */
const GIVE_UP_MS = 24 * 60 * 60_000;

/** What the state says about what a poll reads. */
export class Progress {
  /** The one in progress, or the last one. */
  readonly sweep: NestedSweep;
  /** Whatever happened up to this moment is past, seen or not. */
  readonly floor: number;
  private readonly known: ReadonlySet<string>;
  private readonly versions: Versions;
  private readonly done: ReadonlySet<string>;
  /** The keys of the lists that had been read when the poll began. */
  private readonly read: ReadonlySet<string>;
  private readonly watchedBefore: ReadonlySet<string> | null;

  constructor(
    readonly state: NestedState,
    readonly time: PollTime,
  ) {
    const { sweep, start } = state;
    const isDue = sweep.isComplete && time.now - sweep.startedAt >= SWEEP_INTERVAL_MS;
    this.sweep = isDue ? { ...sweep, startedAt: time.now, isComplete: false, done: '' } : sweep;
    this.floor = state.floor ?? floorAfter(start.at, time.windowMs);
    this.known = knownKeys(state);
    this.versions = versionsIn(state.versions);
    this.done = new Set(keysIn(this.sweep.done));
    this.read = new Set(keysIn(sweep.done));
    this.watchedBefore = start.watchedBefore === null ? null : new Set(keysIn(start.watchedBefore));
  }

  isKnown({ id }: InnerRecord): boolean {
    return this.known.has(keyOf(id));
  }

  isPast({ at }: Pick<InnerRecord, 'at'>): boolean {
    return at !== null && at <= this.floor;
  }

  /** The records of an inner list that are new, of those that were read from its beginning on. */
  newOf(key: string, records: readonly InnerRecord[]): InnerRecord[] {
    const begin = this.beginOf(key);
    const unknown = records.filter((record) => !this.isKnown(record));
    const dated = unknown.filter(({ at }) => at !== null && at > begin);
    if (!unknown.some(({ at }) => at === null)) return dated;
    // Without a time, only its place tells whether a record is new.
    const firstKnown = records.findIndex((record) => this.isKnown(record) || this.isPast(record));
    const isNewList = firstKnown < 0 && this.state.start.hasUndated && records.length <= LANDMARKS;
    const newest = records.slice(0, isNewList ? records.length : Math.max(firstKnown, 0));
    return this.state.start.isKnown === 'no'
      ? dated
      : [...dated, ...newest.filter(({ at }) => at === null)];
  }

  /** What is to be remembered of an inner list: of records without a time, those that are new and a few others. */
  rememberedOf(key: string, records: readonly InnerRecord[]): InnerRecord[] {
    const undated = records.filter(({ at }) => at === null).slice(0, LANDMARKS);
    const kept = new Set([...undated, ...this.newOf(key, records)]);
    return records.filter((record) => record.at !== null || kept.has(record));
  }

  /** Whatever an inner list showed up to this moment isn't new. */
  private beginOf(key: string): number {
    const { start } = this.state;
    if (start.isKnown === 'yes' || (this.watchedBefore?.has(key) ?? true)) return this.floor;
    if (start.isKnown === 'no') return Math.max(this.floor, start.at);
    // A list that moved up while the others were read has been missed.
    return this.read.has(key) ? this.floor : Math.max(this.floor, start.at - CLOCK_TOLERANCE_MS);
  }

  isOuterPast({ activeAt }: OuterRecord): boolean {
    return activeAt !== null && activeAt <= this.floor;
  }

  /** Whether the inner list may hold something new. */
  hasChanged(outer: OuterRecord): boolean {
    const key = outerKey(outer);
    if (this.isFailing(key)) return !this.isGivenUp(key);
    const version = versionKey(outer);
    return version === null || this.versions.get(key) !== version;
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
