import { queryOptions } from '@tanstack/react-query';
import { PageBeyondEnd, type Page } from '../api/pagination.ts';
import type { ListRoot } from './cached-rows.ts';
import type { ListSearch } from '../lib/list-search.ts';

/*
 * Without React, as the queries of every list: the start of the document asks for the first rows by them, while React is
 * still on its way.
 */

/** One call of a list endpoint. */
export type ListCall<Row> = (search: ListSearch, signal?: AbortSignal) => Promise<Page<Row>>;

/** The most rows that are asked for at once; a server that does not honour it gives its own number. */
export const largestPage = 100;

/**
 * The query of one page of a list: the key holds every input. While another page, order or search loads, the old rows
 * stay. A page past the end is no failure but an answer without rows (see `isBeyondEnd`), so that neither the status
 * region nor a boundary speaks of it: the list just moves.
 */
export const pageOptions = <Row>(root: ListRoot, search: ListSearch, call: ListCall<Row>) =>
  queryOptions<Page<Row>>({
    queryKey: [root, 'list', search],
    queryFn: ({ signal }) => readPage(search, call, signal),
    // Only rows may stay: "no match" is said of one search, and is no stand-in for another.
    placeholderData: (previous: Page<Row> | undefined) => (previous && previous.rows.length > 0 ? previous : undefined),
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
export const isBeyondEnd = ({ page, pageCount }: Page<unknown>): boolean => page > pageCount;

/** Reads a page of the list in the order of its ids, as large as the server gives them. */
export const readIdPage = <Row>(call: ListCall<Row>, page: number, signal?: AbortSignal): Promise<Page<Row>> =>
  readPage({ search: '', ordering: 'id', page, pageSize: largestPage }, call, signal);

/**
 * Whether the server lets its callers choose the number of rows. Told by a page by ids that came with more rows than the
 * `usual`; or else by one small request a session, and only for a list that has more than one page: asked for one row of
 * many, the server answers one.
 */
export const choosesPageSize = (call: ListCall<unknown>, usual: number) =>
  queryOptions({
    queryKey: ['page-size'],
    queryFn: async ({ client, signal }) => {
      const large = client.getQueriesData<Page<unknown>>({ predicate: ({ queryKey }) => queryKey[1] === 'by-id' });
      if (large.some(([, page]) => page !== undefined && page.rows.length > usual)) return true;
      return (await call({ search: '', ordering: 'id', page: 1, pageSize: 1 }, signal)).rows.length === 1;
    },
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
  });
