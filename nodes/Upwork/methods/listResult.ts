import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { isLastPage } from '../api';
import type { ConnectionPage, PageOrder } from '../api';

/** An entry of a list that Upwork returns as a whole. */
export interface Entry {
  id: string | undefined;
  label: string | null | undefined;
}

/** What tells entries of the same name apart, such as "Build n8n flows (Draft)". */
export const withNote = (name: string, note: string | null | undefined): string =>
  note ? `${name} (${note})` : name;

/** Whether a text contains the search text, in any case. */
export function containing(search: string): (text: string) => boolean {
  const sought = search.trim().toLowerCase();
  return (text) => text.toLowerCase().includes(sought);
}

/** The entries whose name contains the search text. */
export function filterEntries(search = '', entries: readonly Entry[]): INodeListSearchResult {
  const matches = containing(search);
  return {
    results: entries
      .flatMap(({ id, label }) => (id === undefined ? [] : [{ name: label ?? id, value: id }]))
      .filter(({ name }) => matches(name)),
  };
}

/** The entries of a page, and the cursor for when the user scrolls down. */
export function toListResult<T>(
  page: ConnectionPage<T>,
  order: PageOrder,
  entryOf: (record: T) => INodeListSearchItems,
): INodeListSearchResult {
  return {
    results: page.records.map(entryOf),
    ...(!isLastPage(page, order) && page.endCursor && { paginationToken: page.endCursor }),
  };
}
