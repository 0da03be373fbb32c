import { normalId } from './compare-ids.ts';
import type { IdPage } from './locate-rows.ts';

/** How far a walk over all pages has come. */
export interface WalkProgress {
  page: number;
  pageCount: number;
}

/**
 * Finds rows by id by reading the pages one after the other until every row has been found: for lists whose ids have no order.
 * @param onPage called after each page
 * @returns the rows found, by id (UUIDs in lower case)
 * @throws what `fetchPage` throws, an abort included
 */
export async function walkRows<Row extends { id: string }>(
  ids: readonly string[],
  fetchPage: (page: number) => Promise<IdPage<Row>>,
  onPage: (progress: WalkProgress) => void = () => undefined,
): Promise<Map<string, Row>> {
  const wanted = new Set(ids.map(normalId));
  const found = new Map<string, Row>();
  let pageCount = 1;
  for (let page = 1; page <= pageCount && wanted.size > 0; page += 1) {
    const { rows, ...read } = await fetchPage(page);
    pageCount = read.pageCount;
    onPage({ page, pageCount });
    for (const row of rows) if (wanted.delete(normalId(row.id))) found.set(normalId(row.id), row);
  }
  return found;
}
