import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { listDepartments } from '../api/departments.ts';
import type { Page } from '../api/pagination.ts';
import type { Department } from '../contract/departments.ts';
import { readIdPage } from './lists.ts';

const minute = 60_000;

/** One page of departments in the order of their ids, to look up a department or its name in. */
export const departmentIdPageOptions = (page: number) =>
  queryOptions({
    queryKey: ['departments', 'by-id', page],
    queryFn: ({ signal }) => readIdPage(listDepartments, page, signal),
    staleTime: 5 * minute,
    gcTime: 30 * minute,
  });

/**
 * The names of departments by id. Reads the pages that contain them, several at once, and caches them: a hundred departments
 * take one request, a thousand at most ten, and later pages of members mostly none. An id that is on no page is left out.
 */
export const departmentNamesOptions = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['departments', 'names', ids],
    queryFn: ({ client }) => readNames(client, ids),
    staleTime: 5 * minute,
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  });

async function readNames(client: QueryClient, ids: readonly string[]): Promise<Record<string, string>> {
  const fetchPage = (page: number) => client.query(departmentIdPageOptions(page));
  const known = await knownPages(client);
  const names = new Map(known.flatMap(({ rows }) => rows.map(({ id, name }) => [id, name])));
  // Nearly always: the search is loaded only where there are more departments than fit on the largest page.
  if (ids.every((id) => names.has(id))) return Object.fromEntries(ids.map((id) => [id, names.get(id) ?? '']));
  const { locateRows, UnorderedPages } = await import('./locate-rows.ts');
  const found = await locateRows(ids, { fetchPage, known }).catch(async (error: unknown) => {
    if (!(error instanceof UnorderedPages)) throw error;
    const { walkRows } = await import('./walk-rows.ts');
    return walkRows(ids, fetchPage);
  });
  return Object.fromEntries([...found].map(([id, { name }]) => [id, name]));
}

/** The pages by id that are cached and fresh; always the first, which says how many there are. */
async function knownPages(client: QueryClient): Promise<Page<Department>[]> {
  const first = await client.query(departmentIdPageOptions(1));
  const others = client.getQueryCache().findAll({
    queryKey: ['departments', 'by-id'],
    predicate: ({ state }) => !state.isInvalidated && Date.now() - state.dataUpdatedAt < 5 * minute,
  });
  // The key of these queries belongs to departmentIdPageOptions alone.
  const pages = others.flatMap(({ state }) => (state.data ? [state.data as Page<Department>] : []));
  return [first, ...pages.filter(({ page, count }) => page !== 1 && count === first.count)];
}
