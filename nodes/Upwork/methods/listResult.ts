import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { ConnectionPage } from '../api';

/** An entry of a list that Upwork returns as a whole. */
export interface Entry {
  id: string | undefined;
  label: string | null | undefined;
}

/** The entries whose name contains the search text. */
export function filterEntries(search = '', entries: readonly Entry[]): INodeListSearchResult {
  const text = search.trim().toLowerCase();
  return {
    results: entries
      .flatMap(({ id, label }) => (id === undefined ? [] : [{ name: label ?? id, value: id }]))
      .filter(({ name }) => name.toLowerCase().includes(text)),
  };
}

/** The entries of a page, and the cursor for when the user scrolls on. */
export function toListResult<T>(
  { records, endCursor, hasNextPage }: ConnectionPage<T>,
  entryOf: (record: T) => INodeListSearchItems,
): INodeListSearchResult {
  return {
    results: records.map(entryOf),
    ...(hasNextPage && endCursor && { paginationToken: endCursor }),
  };
}
