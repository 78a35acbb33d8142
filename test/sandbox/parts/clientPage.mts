import type { Page, Pagination } from './connection.mts';
import { incorrectValue } from './part.mts';

const DEFAULT_SIZE = 10;
const LARGEST_PAGE = 100;

/**
 * The page of a client's list. How Upwork wants the first one asked for is unknown: here both ways that
 * other lists know, `after: null` and `after: "0"`, are right.
 */
export function clientPage(pagination: Pagination | null | undefined): Page {
  if (!pagination) return { offset: 0, size: DEFAULT_SIZE };
  const { after, first } = pagination;
  const offset = after ?? '0';
  if (!/^\d+$/.test(offset) || first < 1 || first > LARGEST_PAGE) throw incorrectValue();
  return { offset: Number(offset), size: first };
}
