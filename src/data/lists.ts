import { queryOptions } from '@tanstack/react-query';
import type { Page } from '../api/pagination.ts';
import type { ListSearch } from '../lib/list-search.ts';
import type { ListRoot } from './cached-rows.ts';

/** One call of a list endpoint. */
export type ListCall<Row> = (search: ListSearch, signal?: AbortSignal) => Promise<Page<Row>>;

/** The most rows to ask for in one request; a server that does not honour it returns its own number. */
export const largestPage = 100;

/** Reading more rows than this takes long and is a burden on the server: ask the user before it starts. */
export const askAbove = 2000;

/**
 * The query for one page of a list. While another page, order or search loads, the old rows stay. A page past the end is not
 * an error but a page without rows (see `isBeyondEnd`): nothing is reported, the list just moves to its last page.
 */
export const pageOptions = <Row>(root: ListRoot, search: ListSearch, call: ListCall<Row>) =>
  queryOptions<Page<Row>>({
    queryKey: [root, 'list', search],
    queryFn: ({ signal }) => call(search, signal),
    // Only rows may stay: "no match" is about one search and cannot stand in for another.
    placeholderData: (previous: Page<Row> | undefined) => (previous && previous.rows.length > 0 ? previous : undefined),
  });

/** Whether the requested page does not exist, or no longer does: the list then moves to its last page. */
export const isBeyondEnd = ({ page, pageCount }: Page<unknown>): boolean => page > pageCount;

/** Reads a page of a whole list in the order of its ids, as large as the server allows. @throws as `call` */
export const readIdPage = <Row>(call: ListCall<Row>, page: number, signal?: AbortSignal): Promise<Page<Row>> =>
  call({ search: '', ordering: 'id', page, pageSize: largestPage }, signal);

/**
 * Whether the server lets its clients choose the page size. A page by ids with more rows than the `usual` proves it;
 * otherwise it takes one small request per session, and only for a list that has more than one page: asked for a single row
 * of many, does the server return a single row?
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
