/**
 * Without these a response would be misleading: they identify the record, or say whether there are
 * more.
 */
export const IDENTITY_FIELDS = [
  'edges',
  'endCursor',
  'hasNextPage',
  'id',
  'items',
  'node',
  'organizationId',
  'pageInfo',
] as const;

type IdentityField = (typeof IDENTITY_FIELDS)[number];

/**
 * The data of a document: typed as the document promises, except that any field that the key can't
 * read may be missing, other than root fields and identity fields.
 */
export type PartialData<TData> = { [Root in keyof TData]: PartialValue<TData[Root]> };

type PartialValue<T> = T extends readonly (infer TItem)[]
  ? PartialValue<TItem>[]
  : T extends object
    ? {
        [Name in keyof T]: PartialValue<T[Name]> | (Name extends IdentityField ? never : undefined);
      }
    : T;
