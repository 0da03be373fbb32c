import { normalId } from './compare-ids.ts';
import { locateRows, UnorderedPages, type IdPage } from './locate-rows.ts';
import { walkRows, type WalkProgress } from './walk-rows.ts';

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
  onWalk?: (progress: WalkProgress) => void,
): Promise<Row | null> {
  const counts = new Set<number>();
  const counted = async (page: number) => {
    const answer = await fetchPage(page);
    counts.add(answer.count);
    return answer;
  };
  const wanted = normalId(id);
  try {
    let found = await locateRows([wanted], { fetchPage: counted });
    // Rows came or went while pages were read, and so may have moved past the search: once more, on what is now.
    if (found.size === 0 && counts.size > 1) found = await locateRows([wanted], { fetchPage });
    return found.get(wanted) ?? null;
  } catch (error) {
    if (!(error instanceof UnorderedPages)) throw error;
    return (await walkRows([wanted], fetchPage, onWalk)).get(wanted) ?? null;
  }
}
