import type { PagedList } from '../../../api';
import { attempt } from '../../../attempt';
import type { EventRecord, EventSource, Reading } from '../../source';
import { scan } from '../scan';
import type { CursorRecord } from '../scan';
import { keyOf } from '../seen/seenIds';
import { knownKeys, remember } from '../seen/memory';
import type { Remembered } from '../seen/memory';
import { readList } from './listReading';
import type { ListReading } from './listReading';
import { beginList, beginLists } from './state';
import type { ListsState, ListState } from './state';

/** A list whose new records are events. */
export interface WatchedList<T> {
  /** Changes when the list shows other records. */
  key: string;
  pages: PagedList<T>;
  /** Whether a record matches the user's filters; others are only remembered. */
  matches(record: T): boolean;
}

export interface ListsOptions<T, TList extends WatchedList<T>> {
  lists: readonly TList[];
  /** The event of a record. @param lists those in which it was found and matches */
  toEvent(record: T, lists: readonly TList[]): EventRecord;
}

/** How many pages are read to find a record that matches. */
const MAX_TEST_PAGES = 10;

/**
 * Lists that may show the same records: a record that several show comes once. They share their requests as far
 * as their documents can be batched. A list that can't be read doesn't stop the others.
 */
export function listsSource<T extends CursorRecord, TList extends WatchedList<T>>({
  lists,
  toEvent,
}: ListsOptions<T, TList>): EventSource {
  return {
    begin: beginLists,

    async read(stored, time) {
      const state = stored.kind === 'lists' ? stored : beginLists(time.activatedAt);
      const known = knownKeys(state);
      const read = await Promise.all(
        lists.map(async (list) => {
          const isKnown = knownBy(known, list);
          const listState = stateOf(list.key, state, lists);
          return {
            list,
            state: listState,
            result: await attempt(readList(list.pages, listState, isKnown, time)),
          };
        }),
      );
      return toReading(read, state, toEvent);
    },

    async latest(limit) {
      const found = await Promise.all(
        lists.map(async (list) => {
          const { records } = await scan(list.pages, null, {
            isEnd: (page) => page.some((record) => list.matches(record)),
            mayContinue: (pages) => pages < MAX_TEST_PAGES,
          });
          return records.filter((record) => list.matches(record));
        }),
      );
      const records = new Map(found.flat().map((record) => [record.id, record]));
      const showing = ({ id }: T) =>
        lists.filter((_, index) => found[index]?.some((record) => record.id === id));
      return [...records.values()]
        .sort((a, b) => (b.rank ?? Infinity) - (a.rank ?? Infinity))
        .slice(0, limit)
        .map((record) => toEvent(record, showing(record)));
    },
  };
}

/** Whether a list knows a record. An idle poll asks for each record more than once. */
function knownBy(
  keys: ReadonlySet<string>,
  list: { key: string },
): (record: { id: string }) => boolean {
  const answers = new Map<string, boolean>();
  return ({ id }) => {
    const answer = answers.get(id) ?? (keys.has(keyOf(id)) || keys.has(keyIn(list, id)));
    answers.set(id, answer);
    return answer;
  };
}

interface ListResult<T, TList> {
  list: TList;
  state: ListState;
  result: PromiseSettledResult<ListReading<T>>;
}

/** A record, with the lists in which it was read. */
interface Found<T, TList> {
  record: T;
  lists: TList[];
  /** Those of them whose filters it matches. */
  matching: TList[];
  /** Whether it is new in one that it matches. */
  isNews: boolean;
}

function toReading<T extends CursorRecord, TList extends WatchedList<T>>(
  read: readonly ListResult<T, TList>[],
  state: ListsState,
  toEvent: ListsOptions<T, TList>['toEvent'],
): Reading {
  const failures = read.flatMap(({ result }): unknown[] =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  if (failures.length === read.length) throw failures[0];
  const found = merge(read);
  const matching = found.filter((one) => one.matching.length > 0);
  const event = (one: Found<T, TList>) => toEvent(one.record, one.matching);
  return {
    news: matching.filter(({ isNews }) => isNews).map(event),
    existing: matching.filter(({ isNews }) => !isNews).map(event),
    failures,
    settle(waiting) {
      const waits = ({ id }: T) => waiting.has(id);
      const next = read.map(({ list, state: listState, result }): [string, ListState] => [
        list.key,
        result.status === 'fulfilled' ? result.value.next(waits) : listState,
      ]);
      return settled(
        state,
        next,
        found.filter(({ record }) => !waits(record)),
      );
    },
  };
}

/** What was read in all lists, each record once. */
function merge<T extends CursorRecord, TList extends WatchedList<T>>(
  read: readonly ListResult<T, TList>[],
): Found<T, TList>[] {
  const found = new Map<string, Found<T, TList>>();
  for (const { list, result } of read) {
    if (result.status === 'rejected') continue;
    for (const record of result.value.records) {
      const one = found.get(record.id) ?? { record, lists: [], matching: [], isNews: false };
      const matches = list.matches(record);
      one.lists.push(list);
      if (matches) one.matching.push(list);
      one.isNews ||= matches && result.value.isNew(record);
      found.set(record.id, one);
    }
  }
  return [...found.values()];
}

/** The state with what was read. A record that doesn't match in one list may still be new in another. */
function settled<T extends CursorRecord, TList extends WatchedList<T>>(
  state: ListsState,
  lists: readonly [string, ListState][],
  found: readonly Found<T, TList>[],
): ListsState {
  const remembered = found.flatMap(({ record, lists: showing, matching }): Remembered[] => {
    const { id, at, rank } = record;
    const time = at === null && rank === null ? null : Math.max(at ?? 0, rank ?? 0);
    const keys = matching.length > 0 ? [keyOf(id)] : showing.map((list) => keyIn(list, id));
    return keys.map((key) => ({ key, time }));
  });
  const floor = Math.min(...lists.map(([, list]) => list.floor));
  const { memory, forgottenUntil } = remember(state, remembered, floor);
  return {
    ...state,
    ...memory,
    lists: Object.fromEntries(
      lists.map(([key, list]) => [
        key,
        { ...list, floor: Math.max(list.floor, forgottenUntil ?? list.floor) },
      ]),
    ),
  };
}

/** Where a list that isn't in the state begins: with what happened since the lists that it replaces were read. */
function stateOf(
  key: string,
  { lists, begin }: ListsState,
  watched: readonly { key: string }[],
): ListState {
  const known = lists[key];
  if (known) return known;
  const all = Object.entries(lists);
  const replaced = all.filter(([other]) => !watched.some((list) => list.key === other));
  const moments = (replaced.length > 0 ? replaced : all).map(([, list]) =>
    Math.max(list.caughtUpAt ?? 0, list.floor),
  );
  return beginList(moments.length > 0 ? Math.min(...moments) : begin);
}

/** The key of a record that doesn't match the filters of one list. */
const keyIn = (list: { key: string }, id: string): string => keyOf(`${list.key}/${id}`);
