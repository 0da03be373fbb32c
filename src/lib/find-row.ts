import { normalId } from './compare-ids.ts';
import { locateRows, UnorderedPages, type IdPage } from './locate-rows.ts';

/** How far a walk over all pages has come. */
export interface WalkProgress {
  page: number;
  pageCount: number;
}

/**
 * Finds one row by its id through a list endpoint, for an API without a detail endpoint. `fetchPage` reads a page with
 * `ordering=id`. At most 15 pages are read at 100,000 rows, ten a page, and mostly two to four; where ids do not order
 * (neither integers nor UUIDs, or a server that ignores `ordering=id`), all pages are read one after the other until the
 * row comes, each told to `onWalk`. Answers null for a row that is in no page. Throws what `fetchPage` throws, an abort
 * included.
 */
export async function findRow<Row extends { id: string }>(
  id: string,
  fetchPage: (page: number) => Promise<IdPage<Row>>,
  onWalk: (progress: WalkProgress) => void = () => undefined,
): Promise<Row | null> {
  const counts = new Set<number>();
  const counted = async (page: number) => {
    const answer = await fetchPage(page);
    counts.add(answer.count);
    return answer;
  };
  const wanted = normalId(id);
  try {
    const row = (await locateRows([wanted], { fetchPage: counted })).get(wanted);
    if (row !== undefined) return row;
    // Rows came or went while pages were read, and so may have moved past the search: once more, on what is now.
    if (counts.size > 1) return (await locateRows([wanted], { fetchPage })).get(wanted) ?? null;
    return null;
  } catch (error) {
    if (!(error instanceof UnorderedPages)) throw error;
    return walk(wanted, fetchPage, onWalk);
  }
}

async function walk<Row extends { id: string }>(
  id: string,
  fetchPage: (page: number) => Promise<IdPage<Row>>,
  onWalk: (progress: WalkProgress) => void,
): Promise<Row | null> {
  let pageCount = 1;
  for (let page = 1; page <= pageCount; page += 1) {
    const answer = await fetchPage(page);
    pageCount = answer.pageCount;
    onWalk({ page, pageCount });
    const row = answer.rows.find((candidate) => normalId(candidate.id) === id);
    if (row !== undefined) return row;
  }
  return null;
}
