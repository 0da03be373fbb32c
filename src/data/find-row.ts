import { normalId } from './compare-ids.ts';
import { locateRows, UnorderedPages, type IdPage } from './locate-rows.ts';
import { walkRows, type WalkProgress } from './walk-rows.ts';

/**
 * Finds one row by its id through a list endpoint, for an API without a detail endpoint. With 100,000 rows, ten to a page, it
 * reads at most 15 pages and mostly two to four. Where ids have no order (neither integers nor UUIDs, or a server that ignores
 * `ordering=id`), it reads the pages one after the other until it finds the row.
 * @param fetchPage reads a page with `ordering=id`
 * @param onWalk called after each page that is read one after the other
 * @returns null for a row that is on no page
 * @throws what `fetchPage` throws, an abort included
 */
export async function findRow<Row extends { id: string }>(
  id: string,
  fetchPage: (page: number) => Promise<IdPage<Row>>,
  onWalk?: (progress: WalkProgress) => void,
): Promise<Row | null> {
  const counts = new Set<number>();
  const counted = async (page: number) => {
    const result = await fetchPage(page);
    counts.add(result.count);
    return result;
  };
  const wanted = normalId(id);
  try {
    let found = await locateRows([wanted], { fetchPage: counted });
    // Rows came or went while the pages were read, and may have slipped past the search: search once more.
    if (found.size === 0 && counts.size > 1) found = await locateRows([wanted], { fetchPage });
    return found.get(wanted) ?? null;
  } catch (error) {
    if (!(error instanceof UnorderedPages)) throw error;
    return (await walkRows([wanted], fetchPage, onWalk)).get(wanted) ?? null;
  }
}
