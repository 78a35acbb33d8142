import type { PagedList } from '../../../api';
import type { EventRecord } from '../../source';

/** Lists whose records have a list each: rooms with their messages, job postings with their proposals. */
export interface NestedLists<TOuter extends OuterRecord> {
  /** Changes with what is watched: what others showed before isn't new then. */
  scope: string;
  /** The IDs of the outer records that the user has chosen; null if all are watched. Their news isn't lost by an edit. */
  chosen?: readonly string[] | null;
  /** They are read at the same time, so that they can share requests. A record may be in several of them. */
  outerLists: readonly OuterList<TOuter>[];
  /** The list of an outer record, newest first. Those of ten records at a time are read together. */
  innerList(outer: TOuter): PagedList<InnerRecord>;
}

/** Best sorted by activity, latest first: in any other order, what is new far down is found by a sweep. */
export interface OuterList<TOuter extends OuterRecord> extends PagedList<TOuter> {
  /** Tells it from the others, in the state too. */
  id: string;
}

export interface OuterRecord {
  id: string;
  /** Changes with its inner list. Null if Upwork doesn't say: the inner list is then read in every poll. */
  version: string | null;
  /** When the latest record of its inner list happened, in epoch milliseconds; null if Upwork doesn't say. */
  activeAt: number | null;
}

export interface InnerRecord extends EventRecord {
  /** Whether it matches the user's filters; others are only remembered. */
  matches: boolean;
}
