import type { EventSource } from '../../source';
import type { NestedLists, OuterRecord } from './nestedLists';

export type { InnerRecord, NestedLists, OuterList, OuterRecord } from './nestedLists';

/** What is new in the lists of the records of other lists. */
export declare function nestedSource<TOuter extends OuterRecord>(
  lists: NestedLists<TOuter>,
): EventSource;
