import type { IDataObject } from 'n8n-workflow';

import type { ListsState } from './sources/lists/state';
import type { NestedState } from './sources/nested/state';
import type { SnapshotState } from './sources/snapshot/state';

/** Where an event's records come from. It compares what Upwork shows with its own state. */
export interface EventSource {
  /** The state at the moment of activation: whatever happened before is past, even if nothing was read yet. */
  begin(activatedAt: number): SourceState;
  /** What is new since the state. Throws if nothing can be read. */
  read(state: SourceState, time: PollTime): Promise<Reading>;
  /** The latest records that match, newest first, whatever the state is. */
  latest(limit: number): Promise<EventRecord[]>;
}

/** What a source remembers from poll to poll. Plain data: n8n stores it as JSON. */
export type SourceState = ListsState | NestedState | SnapshotState;

/** Times are in epoch milliseconds. */
export interface PollTime {
  /** When the workflow was activated first. */
  activatedAt: number;
  /** When the poll began. */
  now: number;
  /** Whether there is time for another request. */
  hasTime(): boolean;
  /** How long after its time a record may first be listed, in milliseconds. */
  windowMs: number;
}

/** What a poll has read. */
export interface Reading {
  /** What is new and matches the user's filters, each once, in any order. */
  news: EventRecord[];
  /** Records that match but are not new, newest first, as far as they were read. */
  existing: EventRecord[];
  /** The state after the poll. @param waiting the IDs of the news that the next polls have to emit */
  settle(waiting: ReadonlySet<string>): SourceState;
  /** Why parts of it could not be read; what they hold is new the next time. */
  failures: unknown[];
}

/** Something that happened on Upwork. */
export interface EventRecord {
  id: string;
  /** When it happened, in epoch milliseconds: the order of the output. Null if Upwork doesn't say. */
  at: number | null;
  /** The item that is emitted. */
  output(): IDataObject;
}
