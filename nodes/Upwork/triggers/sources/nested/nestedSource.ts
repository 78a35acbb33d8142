import type { EventSource } from '../../source';
import { latestRecords } from './latestRecords';
import type { ListReading } from './listReading';
import type { InnerRecord, NestedLists, OuterRecord } from './nestedLists';
import { Progress } from './progress';
import { readInnerLists, readOuterLists } from './readLists';
import { afterReading } from './settle';
import { beginNested, inScope, watchedIn } from './state';

export type { InnerRecord, NestedLists, OuterList, OuterRecord } from './nestedLists';

/**
 * What is new in the lists of the records of other lists. The inner lists of those outer records are read that have
 * changed; a sweep now and then reads the others too. Whatever can't be read or emitted is new the next time.
 */
export function nestedSource<TOuter extends OuterRecord>(lists: NestedLists<TOuter>): EventSource {
  const watched = watchedIn(lists.scope, lists.chosen === undefined ? [] : lists.chosen);
  return {
    begin: (activatedAt) => beginNested(watched, activatedAt),

    async read(stored, time) {
      const state =
        stored.kind === 'nested'
          ? inScope(stored, watched)
          : beginNested(watched, time.activatedAt);
      const progress = new Progress(state, time);
      const outer = await readOuterLists(lists, progress);
      const inner = await readInnerLists(lists, outer, progress);

      const read = inner.map(({ key, reading }) => ({ key, records: recordsOf(reading) }));
      const newIds = new Set(
        read.flatMap(({ key, records }) => progress.newOf(key, records)).map(({ id }) => id),
      );
      const toRemember = read.flatMap(({ key, records }) => progress.rememberedOf(key, records));
      const matching = eachOnce(read.flatMap(({ records }) => records)).filter(
        ({ matches }) => matches,
      );
      return {
        news: matching.filter(({ id }) => newIds.has(id)),
        existing: matching.filter(({ id }) => !newIds.has(id)).sort(newestFirst),
        settle: (waiting) => afterReading(progress, { outer, inner, records: toRemember }, waiting),
        failures: [...outer, ...inner].flatMap(({ reading }) => reading?.failures ?? []),
      };
    },

    latest: async (limit) => await latestRecords(lists, limit),
  };
}

const recordsOf = (reading: ListReading<InnerRecord> | null): InnerRecord[] =>
  reading ? eachOnce([...reading.top, ...reading.below]) : [];

const eachOnce = (records: readonly InnerRecord[]): InnerRecord[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
];

const newestFirst = (one: InnerRecord, other: InnerRecord): number =>
  (other.at ?? Infinity) - (one.at ?? Infinity) || 0;
