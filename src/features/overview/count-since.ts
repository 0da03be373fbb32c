/** A page of a list, as far as counting by date needs it. */
export interface DatedPage {
  rows: readonly { created_at: string }[];
  page: number;
  pageCount: number;
  count: number;
}

/**
 * Counts the rows made at or after a moment, in a list that can only be read page by page, newest first. `first` is its
 * page 1, which is known already; the page where the moment lies is guessed from the dates and, every second time, found
 * by halving, so that a company that grew evenly costs about three requests, any other at most 2·log2(pages).
 * @param since milliseconds since the epoch
 * @param fetchPage reads a page with `ordering=-created_at`; one past the end (the list shrank) has no rows
 * @returns the exact number, as of the pages read. Throws what `fetchPage` throws.
 */
export async function countSince(since: number, first: DatedPage, fetchPage: (page: number) => Promise<DatedPage>): Promise<number> {
  const pageSize = first.rows.length;
  const newest = timeOf(first.rows[0]);
  // Pages up to `low` hold only newer rows, and from `high` on there is none; `reached` is the oldest moment up to `low`.
  let [low, high, reached] = [0, first.pageCount + 1, newest];
  let page = first;
  for (let step = 0; ; step += 1) {
    const newer = page.rows.filter((row) => timeOf(row) >= since).length;
    const holdsOlder = newer < page.rows.length;
    if (holdsOlder && (newer > 0 || page.page === low + 1)) return (page.page - 1) * pageSize + newer;
    if (holdsOlder || page.rows.length === 0) high = Math.min(high, page.page);
    else if (page.page >= first.pageCount) return (page.page - 1) * pageSize + newer;
    else [low, reached] = [page.page, timeOf(page.rows.at(-1))];
    if (high - low <= 1) return low * pageSize;
    const rowsPerMs = (low * pageSize - 1) / Math.max(1, newest - reached);
    const guess = step % 2 === 0 ? Math.floor((rowsPerMs * (newest - since)) / pageSize) + 1 : Math.floor((low + high) / 2);
    page = await fetchPage(Math.min(high - 1, Math.max(low + 1, guess)));
  }
}

function timeOf(row: { created_at: string } | undefined): number {
  return row === undefined ? 0 : Date.parse(row.created_at);
}
