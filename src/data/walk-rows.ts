import { normalId } from './compare-ids.ts';
import type { IdPage } from './locate-rows.ts';

/** How far a walk over all pages has come. */
export interface WalkProgress {
  page: number;
  pageCount: number;
}

/**
 * Finds rows by id by reading all pages one after the other, until the last of them has come: for lists whose ids do not
 * order. Tells each page read to `onPage`. Answers the rows found, by id; throws what `fetchPage` throws, an abort included.
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
    const answer = await fetchPage(page);
    pageCount = answer.pageCount;
    onPage({ page, pageCount });
    for (const row of answer.rows) if (wanted.delete(normalId(row.id))) found.set(normalId(row.id), row);
  }
  return found;
}
