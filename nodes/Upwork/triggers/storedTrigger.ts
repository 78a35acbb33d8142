import { isObject } from '../objects';
import type { SourceState } from './source';

/** What n8n stores for a trigger. Plain data, at most 64 KB. */
export interface StoredTrigger {
  /** The form of this data. */
  format: 2;
  /** Differs with each poll. */
  version: string;
  /** When it changes, the trigger starts again. */
  event: string;
  /** Whose records are watched; when it changes, only what has happened since the last poll is new. */
  account: string;
  /** Epoch milliseconds. */
  activatedAt: number;
  /** When the last poll that has read something began. */
  polledAt: number | null;
  /** Whether what existed at the activation was read. */
  hasStarted: boolean;
  source: SourceState;
}

/** What n8n has stored; undefined if it can't be used. */
export function readStored(staticData: object): StoredTrigger | undefined {
  const stored: unknown = 'trigger' in staticData ? staticData.trigger : undefined;
  return isStored(stored) ? stored : undefined;
}

/** Static data has this format only if this package has written it. */
const isStored = (value: unknown): value is StoredTrigger => isObject(value) && value.format === 2;
