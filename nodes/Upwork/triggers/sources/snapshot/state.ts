/** What is remembered of records whose status is watched. */
export interface SnapshotState {
  kind: 'snapshot';
  /** Which records are watched; when it changes, those that weren't watched before are not new. */
  scope: string;
  /** What happened up to this moment is past. Epoch milliseconds. */
  floor: number;
  /** The last known status of each record: key and status one after another. */
  statuses: string;
  /** When all records were last read to the end. */
  sweptAt: number | null;
}
