/** The parts of a list page that counting by date needs. */
export interface DatedPage {
  rows: readonly { created_at: string }[];
  page: number;
  pageCount: number;
  count: number;
}

/**
 * Counts the rows created at or after `since` in a list that can only be read page by page, newest first. `first` is page 1.
 * The search for the page with `since` on it alternates between interpolating the dates (which takes about three requests if the
 * company grew evenly) and bisecting (which limits it to 2·log2(pages)).
 * @param since milliseconds since the epoch
 * @param fetchPage reads a page with `ordering=-created_at`; one past the end (the list shrank) has no rows
 * @returns the exact number, as of the pages read
 * @throws what `fetchPage` throws
 */
export async function countSince(since: number, first: DatedPage, fetchPage: (page: number) => Promise<DatedPage>): Promise<number> {
  const pageSize = first.rows.length;
  const newest = timeOf(first.rows[0]);
  // Pages up to `low` have only newer rows, pages from `high` on have none; `reached` is the oldest date up to `low`.
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
