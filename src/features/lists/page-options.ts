import { queryOptions, type QueryKey } from '@tanstack/react-query';
import { PageBeyondEnd, type Page } from '../../api/pagination.ts';
import type { ListSearch } from '../../lib/list-search.ts';

/** One call of a list endpoint. */
export type ListCall<Row> = (search: ListSearch, signal?: AbortSignal) => Promise<Page<Row>>;

/**
 * The query of one page of a list: the key holds every input. While another page, order or search loads, the old rows
 * stay. A page past the end is no failure but an answer without rows (see `isBeyondEnd`), so that neither the status
 * region nor a boundary shows it: the list just moves.
 */
export const pageOptions = <Row>(root: string, search: ListSearch, call: ListCall<Row>) =>
  queryOptions({
    queryKey: [root, 'list', search] satisfies QueryKey,
    queryFn: ({ signal }) => readPage(search, call, signal),
    placeholderData: (previous: Page<Row> | undefined) => (previous && !isBeyondEnd(previous) ? previous : undefined),
  });

/** Reads a page; past the end it answers no rows and how many pages there are. Throws ApiError. */
export async function readPage<Row>(search: ListSearch, call: ListCall<Row>, signal?: AbortSignal): Promise<Page<Row>> {
  try {
    return await call(search, signal);
  } catch (error) {
    if (!(error instanceof PageBeyondEnd)) throw error;
    return { rows: [], count: 0, page: search.page, pageSize: 0, pageCount: error.lastPage };
  }
}

/** Whether the page asked for does not exist (any more): the list has to move to its last one. */
export function isBeyondEnd({ page, pageCount }: Page<unknown>): boolean {
  return page > pageCount;
}
