import type { Page, Pagination } from './connection.mts';
import { incorrectValue } from './part.mts';

const DEFAULT_SIZE = 10;

export interface ClientPageOptions {
  /** Upwork: unknown for received proposals and job postings; 50 for another list of clients. */
  largestClientPage: number;
  /** Whether a larger page is cut instead of refused. Upwork: unknown. */
  cutsLargeClientPages: boolean;
}

/**
 * The page of a client's list. How the first page has to be requested is unknown: here both ways
 * that other lists use, `after: null` and `after: "0"`, work.
 */
export function clientPage(
  pagination: Pagination | null | undefined,
  { largestClientPage, cutsLargeClientPages }: ClientPageOptions,
): Page {
  if (!pagination) return { offset: 0, size: DEFAULT_SIZE };
  const { after, first } = pagination;
  const offset = after ?? '0';
  const isTooLarge = first > largestClientPage && !cutsLargeClientPages;
  if (!/^\d+$/.test(offset) || first < 1 || isTooLarge) throw incorrectValue();
  return { offset: Number(offset), size: Math.min(first, largestClientPage) };
}
