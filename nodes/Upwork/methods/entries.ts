import type { INodeListSearchResult } from 'n8n-workflow';

/** One entry of a list that Upwork gives as a whole. */
interface Entry {
  id: string | undefined;
  label: string | null | undefined;
}

/** Those entries that what was typed occurs in, by name. */
export function entriesWith(typed = '', entries: readonly Entry[]): INodeListSearchResult {
  const words = typed.trim().toLowerCase();
  return {
    results: entries
      .flatMap(({ id, label }) => (id === undefined ? [] : [{ name: label ?? id, value: id }]))
      .filter(({ name }) => name.toLowerCase().includes(words)),
  };
}
