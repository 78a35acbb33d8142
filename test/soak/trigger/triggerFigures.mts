import type { EventName } from './watched.mts';

/** What became of the records of one event. */
export interface EventFigures {
  event: EventName;
  appeared: number;
  emitted: number;
  lost: number;
  /** Emitted again. */
  repeated: number;
  /** Emitted although they were not new. */
  unexpected: number;
  executions: number;
  /** Failed executions while Upwork refused everything, and at any other time. */
  failedInOutage: number;
  failedOtherwise: string[];
  /** What the trigger remembers, in bytes. */
  stateBytes: number;
}

/** The figures of a soak test of the triggers. */
export interface TriggerFigures {
  events: EventFigures[];
  restarts: number;
  polls: number;
  /** GraphQL requests of n8n. */
  requests: number;
  tokenRequests: number;
  seconds: number;
  /** Why it could not continue. */
  endedEarly: string | undefined;
}

/** Compares what should have been emitted with what was. A key stands there once for each time. */
export function compare(appeared: readonly string[], emitted: readonly string[]) {
  const expected = timesOf(appeared);
  const actual = timesOf(emitted);
  const sum = (from: Map<string, number>, figure: (times: number, key: string) => number) =>
    [...from].reduce((total, [key, times]) => total + figure(times, key), 0);
  return {
    appeared: appeared.length,
    emitted: emitted.length,
    lost: sum(expected, (times, key) => Math.max(times - (actual.get(key) ?? 0), 0)),
    repeated: sum(actual, (times, key) =>
      expected.has(key) ? Math.max(times - (expected.get(key) ?? 0), 0) : 0,
    ),
    unexpected: sum(actual, (times, key) => (expected.has(key) ? 0 : times)),
  };
}

function timesOf(keys: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}
