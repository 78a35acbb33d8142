import type { Page, Pagination } from './connection.mts';
import { incorrectValue } from './part.mts';

const DEFAULT_SIZE = 10;
const MAX_SIZE = 100;

/**
 * The page of a client's list. How the first page has to be requested is unknown: here both ways
 * that other lists use, `after: null` and `after: "0"`, work.
 */
export function clientPage(pagination: Pagination | null | undefined): Page {
  if (!pagination) return { offset: 0, size: DEFAULT_SIZE };
  const { after, first } = pagination;
  const offset = after ?? '0';
  if (!/^\d+$/.test(offset) || first < 1 || first > MAX_SIZE) throw incorrectValue();
  return { offset: Number(offset), size: first };
}
