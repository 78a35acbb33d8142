import type { EventName } from './watched.mts';

/** What became of the records of one event. */
export interface EventFigures {
  event: EventName;
  appeared: number;
  emitted: number;
  /** The keys of those that were not emitted, once for each time. */
  lost: string[];
  /** Of those that were emitted again. */
  repeated: string[];
  /** Of those that were emitted although they were not new. */
  unexpected: string[];
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
  const surplus = withoutTheFirst(emitted, expected);
  return {
    appeared: appeared.length,
    emitted: emitted.length,
    lost: withoutTheFirst(appeared, actual),
    repeated: surplus.filter((key) => expected.has(key)),
    unexpected: surplus.filter((key) => !expected.has(key)),
  };
}

/** Leaves out each key as often as the map says. */
function withoutTheFirst(keys: readonly string[], times: Map<string, number>): string[] {
  const remaining = new Map(times);
  return keys.filter((key) => {
    const left = remaining.get(key) ?? 0;
    remaining.set(key, left - 1);
    return left <= 0;
  });
}

function timesOf(keys: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}
