import { keyOf, keySet, keysIn, withinLimit, withKeys, withoutPast } from './seenIds';
import type { CursorLimits, CursorRecord, CursorState } from './state';

/** How many records without a time are remembered. */
const MAX_UNDATED = 500;

/** The keys of all records that are known. */
export function knownKeys({ seen, undated }: CursorState): Set<string> {
  const keys = keySet(seen);
  for (const key of keysIn(undated)) keys.add(key);
  return keys;
}

/** The state with records that were read and need not be read again, and without those below its floor. */
export function remember(
  state: CursorState,
  records: readonly CursorRecord[],
  { remembered }: CursorLimits,
): CursorState {
  const known = knownKeys(state);
  const dated: [string, number][] = [];
  const undated: string[] = [];
  for (const { id, at, rank } of records) {
    const key = keyOf(id);
    const time = Math.max(at ?? -Infinity, rank ?? -Infinity);
    if (time === -Infinity) undated.push(key);
    else if (time > state.floor && !known.has(key)) dated.push([key, time]);
  }
  const { seen, forgottenUntil } = withinLimit(
    withoutPast(withKeys(state.seen, dated), state.floor),
    remembered,
  );
  return {
    ...state,
    floor: Math.max(state.floor, forgottenUntil ?? -Infinity),
    seen,
    undated: latest([...keysIn(state.undated), ...undated]).join(''),
  };
}

/** The last ones, each once. A record is forgotten only if it hasn't been listed for long. */
const latest = (keys: readonly string[]): string[] =>
  [...new Set([...keys].reverse())].slice(0, MAX_UNDATED).reverse();
