/** Without these an answer would mislead: they say which record it is, and whether there are more. */
export const VITAL_FIELDS = [
  'edges',
  'endCursor',
  'hasNextPage',
  'id',
  'items',
  'node',
  'organizationId',
  'pageInfo',
] as const;

type Vital = (typeof VITAL_FIELDS)[number];

/**
 * What a document brings: as its type promises it, but without any field that the key may not read,
 * other than the root fields and the vital ones.
 */
export type Delivered<TData> = { [Root in keyof TData]: Lacking<TData[Root]> };

type Lacking<T> = T extends readonly (infer TItem)[]
  ? Lacking<TItem>[]
  : T extends object
    ? { [Name in keyof T]: Lacking<T[Name]> | (Name extends Vital ? never : undefined) }
    : T;
