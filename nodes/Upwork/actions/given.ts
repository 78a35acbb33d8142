/** What of an object is there. */
export type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** The object without what the user left out; undefined where that is all of it. */
export function given<T extends object>(object: T): Given<T> | undefined {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  // fromEntries forgets the names that it was given.
  return entries.length > 0 ? (Object.fromEntries(entries) as Given<T>) : undefined;
}
