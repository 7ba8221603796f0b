import type { PagerValue } from '../schema/filter.ts';

const DEFAULT_PAGE_SIZE = 30;
const MAX_PAGE_SIZE = 500;

/** The rows that a pager asks for. A page size of 0 asks for the count only. */
export function pageOf(pager: PagerValue | null): {
  readonly limit: number;
  readonly offset: number;
} {
  const asked = pager?.pageSize ?? DEFAULT_PAGE_SIZE;
  const limit = asked < 0 ? DEFAULT_PAGE_SIZE : Math.min(asked, MAX_PAGE_SIZE);
  const index = Math.max(pager?.pageIndex ?? 1, 1);
  // Pages are counted from 1. The bound keeps the product an exact number.
  return { limit, offset: limit * (Math.min(index, 1_000_000_000) - 1) };
}
