import type { IDataObject } from 'n8n-workflow';

import type { PagedList } from '../../../api';
import type { EventRecord, EventSource } from '../../source';
import { Judge } from './judge';
import type { StatusChange, StatusRecord } from './judge';
import { settle } from './settle';
import { beginSnapshot, LIMITS } from './state';
import type { SnapshotLimits } from './state';
import { StatusMemory } from './statusMemory';
import { failuresOf, firstPages, recordsOf, scanLists, sweepOn } from './sweep';
import type { ListScan } from './sweep';

export type { StatusChange, StatusRecord } from './judge';

/** How many pages of each list are read to find records that match. */
const MAX_TEST_PAGES = 3;

export interface SnapshotOptions<T extends StatusRecord> {
  /** Together they show all records, those changed last first. A record may be in several. */
  lists: readonly PagedList<T>[];
  /** Whether a record that first appears with this status is no news, because it was the user who created it. */
  isOwnBeginning(status: string): boolean;
  /** Whether a record with this status probably doesn't change any more. */
  isFinal(status: string): boolean;
  /** Whether a record matches the user's filters; others are only remembered. */
  matches(record: T): boolean;
  output(change: StatusChange<T>): IDataObject;
}

/**
 * The changes of a status. An idle poll reads the first page of each list. A change doesn't always move the time by
 * which the lists are sorted: what is deeper in its list is found by a sweep.
 */
export function snapshotSource<T extends StatusRecord>(
  { lists, isOwnBeginning, isFinal, matches, output }: SnapshotOptions<T>,
  limits: SnapshotLimits = LIMITS,
): EventSource {
  const toEvent = (change: StatusChange<T>): EventRecord => ({
    id: change.record.id,
    at: timeOf(change.record),
    output: () => output(change),
  });
  const toExisting = (records: readonly T[]): EventRecord[] =>
    records
      .filter((record) => matches(record))
      .sort((a, b) => (timeOf(b) ?? 0) - (timeOf(a) ?? 0))
      .map((record) => toEvent({ record, previousStatus: null, isFirst: false }));

  return {
    begin: beginSnapshot,

    async read(stored, time) {
      const state = stored.kind === 'snapshot' ? stored : beginSnapshot(time.activatedAt);
      const memory = new StatusMemory(state, limits.remembered);
      const judge = new Judge(state, memory, isOwnBeginning, time.now <= time.activatedAt);
      const top = state.sweep?.goesFirst
        ? []
        : await scanLists(lists, firstPages(lists), {
            isEnd: (page) => judge.isSettled(page),
            mayContinue: (pages) => pages === 0 || time.hasTime(),
          });
      throwIfNoneWasRead(top);
      const sweep = await sweepOn(lists, top, state, limits, time);
      const scans = [...top, ...(sweep?.scans ?? [])];

      const read = eachOnce(recordsOf(scans));
      const isNews = (record: T) => judge.verdict(record) === 'news';
      return {
        news: read
          .filter((record) => isNews(record) && matches(record))
          .map((record) => toEvent(judge.toChange(record))),
        existing: toExisting(read.filter((record) => !isNews(record))),
        failures: failuresOf(scans),
        settle: (waiting) => settle({ state, judge, read, sweep }, waiting, isFinal, limits, time),
      };
    },

    async latest(limit) {
      const scans = await scanLists(lists, firstPages(lists), {
        isEnd: (page) => page.some((record) => matches(record)),
        mayContinue: (pages) => pages < MAX_TEST_PAGES,
      });
      throwIfNoneWasRead(scans);
      return toExisting(eachOnce(recordsOf(scans))).slice(0, limit);
    },
  };
}

function throwIfNoneWasRead(scans: readonly ListScan<unknown>[]): void {
  const failures = failuresOf(scans);
  if (scans.length > 0 && failures.length === scans.length) throw failures[0];
}

const timeOf = ({ createdAt, modifiedAt }: StatusRecord): number | null => modifiedAt ?? createdAt;

/** The same record may be in several lists; the version that was read last counts. */
const eachOnce = <T extends StatusRecord>(records: readonly T[]): T[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
];
