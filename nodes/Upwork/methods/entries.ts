import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { ConnectionPage } from '../api';

/** One entry of a list that Upwork gives as a whole. */
export interface Entry {
  id: string | undefined;
  label: string | null | undefined;
}

/** Those entries that what was typed occurs in, by name. */
export function filterEntries(typed = '', entries: readonly Entry[]): INodeListSearchResult {
  const words = typed.trim().toLowerCase();
  return {
    results: entries
      .flatMap(({ id, label }) => (id === undefined ? [] : [{ name: label ?? id, value: id }]))
      .filter(({ name }) => name.toLowerCase().includes(words)),
  };
}

/** The entries of one page, and where the list goes on when the user scrolls. */
export function toListResult<T>(
  { records, endCursor, hasNextPage }: ConnectionPage<T>,
  entryOf: (record: T) => INodeListSearchItems,
): INodeListSearchResult {
  return {
    results: records.map(entryOf),
    ...(hasNextPage && endCursor && { paginationToken: endCursor }),
  };
}
