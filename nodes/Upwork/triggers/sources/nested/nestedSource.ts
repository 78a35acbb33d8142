import type { EventSource } from '../../source';
import { keyOf } from '../seen/seenIds';
import { latestRecords } from './latestRecords';
import type { NestedLists, OuterRecord } from './nestedLists';
import { Progress } from './progress';
import { readInnerLists, readOuterLists } from './readLists';
import { afterReading } from './settle';
import { beginNested, inScope } from './state';

export type { InnerRecord, NestedLists, OuterList, OuterRecord } from './nestedLists';

/**
 * What is new in the lists of the records of other lists. The inner lists of those outer records are read that have
 * changed; a sweep now and then reads the others too. Whatever can't be read or emitted is new the next time.
 */
export function nestedSource<TOuter extends OuterRecord>(lists: NestedLists<TOuter>): EventSource {
  const scope = keyOf(lists.scope);
  return {
    begin: (activatedAt) => beginNested(scope, activatedAt),

    async read(stored, time) {
      const state =
        stored.kind === 'nested' ? inScope(stored, scope) : beginNested(scope, time.activatedAt);
      const progress = new Progress(state, time);
      const outer = await readOuterLists(lists, progress);
      const inner = await readInnerLists(lists, outer, progress);

      const records = inner.flatMap(({ reading }) =>
        reading ? [...reading.top, ...reading.below] : [],
      );
      const unique = [...new Map(records.map((record) => [record.id, record])).values()];
      const matching = unique.filter(({ matches }) => matches);
      return {
        news: matching.filter((record) => progress.isNew(record)),
        existing: matching
          .filter((record) => !progress.isNew(record))
          .sort((a, b) => (b.at ?? Infinity) - (a.at ?? Infinity)),
        settle: (waiting) => afterReading(progress, { outer, inner, records: unique }, waiting),
        failures: [...outer, ...inner].flatMap(({ reading }) => reading?.failures ?? []),
      };
    },

    latest: async (limit) => await latestRecords(lists, limit),
  };
}
