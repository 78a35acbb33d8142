/** What is remembered of records whose status is watched. Plain data: n8n stores it as JSON. */
export interface SnapshotState {
  kind: 'snapshot';
  /** Whatever happened up to this moment is past. Epoch milliseconds. */
  floor: number;
  /** The statuses that were seen; a record's letter is the place of its status among them. */
  names: readonly string[];
  /** Key and letter of each record one after another, the one whose status is known longest first. */
  records: string;
  /** The reading of all lists that is in progress, if any. */
  sweep: Sweep | null;
  /** When the last sweep began after which every record was known; null until then. */
  sweptAt: number | null;
  /** When news had to wait for the next poll for the last time. */
  waitedAt: number | null;
}

/** All lists are read to the end, over as many polls as it takes. */
export interface Sweep {
  /** When it began. */
  startedAt: number;
  /** Where the lists that aren't finished go on. */
  positions: readonly Position[];
  /** Whether it takes all the time that a poll has: until all was read once, or after a poll that had to stop. */
  isUrgent: boolean;
  /** Whether the next poll begins with it, because the last one had no time for it. */
  goesFirst: boolean;
  /** Whether it has met records that nobody had read before, although they aren't new. */
  metUnread: boolean;
  /** How many polls in a row could not read one of the pages to go on with. */
  failures: number;
}

/** A page of one of the lists. */
export interface Position {
  list: number;
  /** The cursor of the page; null for the first one. */
  after: string | null;
}

/** How much the state remembers, and how much a poll may do. */
export interface SnapshotLimits {
  /** How many records are remembered. */
  remembered: number;
  /** How many pages of each list a poll reads of a sweep that isn't urgent. */
  sweepPages: number;
}

/** So many records take 45 KB. */
export const LIMITS: SnapshotLimits = {
  remembered: 5_000,
  sweepPages: 5,
};

export const beginSnapshot = (activatedAt: number): SnapshotState => ({
  kind: 'snapshot',
  floor: activatedAt,
  names: [],
  records: '',
  sweep: null,
  sweptAt: null,
  waitedAt: null,
});
