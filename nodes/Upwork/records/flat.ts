/** What fits into one cell of a table. */
type Cell = string | number | boolean | null;

/** A record as one row of a table. */
export type Flat<T> = { [Name in keyof T]: Cell };

/** Several names or IDs in one cell; null if Upwork returned none of them. */
export const commaSeparated = (items: readonly string[] | null | undefined): string | null =>
  items?.join(', ') ?? null;

/** Several texts in one cell, each on a line of its own; null if Upwork returned none of them. */
export const oneEachLine = (texts: readonly string[] | null | undefined): string | null =>
  texts?.map((text) => text.trim().replace(/\s+/g, ' ')).join('\n') ?? null;
