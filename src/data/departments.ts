import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { ApiError } from '../http/errors.ts';
import type { Page } from '../api/pagination.ts';
import { departmentOrderingFields } from '../contract/lists.ts';
import type { Department } from '../contract/departments.ts';
import { cachedRow, dropRow, mergeRow, rowKey } from './cached-rows.ts';
import { parseListSearch, type ListSearch } from '../lib/list-search.ts';
import { start } from './start.ts';
import { pageOptions, readIdPage } from './lists.ts';
import { forgetOldWalks, memberWalkOptions } from './member-walk.ts';
import { createDepartment, listDepartments, removeDepartment, renameDepartment } from '../api/departments.ts';

/** A page of the departments, as the URL of their list asks for it. */
export const departmentListOptions = (search: ListSearch) => pageOptions('departments', search, listDepartments);

/** The loader of the list: starts the request beside the page's code, and waits for neither. */
export const departmentListLoader =
  (client: QueryClient) =>
  ({ request }: { request: Request }): null => {
    const search = parseListSearch(new URL(request.url).searchParams, departmentOrderingFields);
    // A failure is the page's to show.
    client.query(departmentListOptions(search)).catch(() => undefined);
    return null;
  };

const minute = 60_000;

/** One page of the departments in the order of their ids: what the names in the members' list are looked up in. */
export const departmentIdPageOptions = (page: number) =>
  queryOptions({
    queryKey: ['departments', 'by-id', page],
    queryFn: ({ signal }) => readIdPage(listDepartments, page, signal),
    staleTime: 5 * minute,
    gcTime: 30 * minute,
  });

/**
 * The names of departments by id. Reads the pages that hold them, several at once, and keeps them: a hundred departments
 * are one request, a thousand at most ten, and later pages of members mostly none. An id that is in no page is left out.
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
  // Nearly always: the search is only loaded where there are more departments than the largest page has.
  if (ids.every((id) => names.has(id))) return Object.fromEntries(ids.map((id) => [id, names.get(id) ?? '']));
  const { locateRows, UnorderedPages } = await import('./locate-rows.ts');
  const found = await locateRows(ids, { fetchPage, known }).catch(async (error: unknown) => {
    if (!(error instanceof UnorderedPages)) throw error;
    const { walkRows } = await import('./walk-rows.ts');
    return walkRows(ids, fetchPage);
  });
  return Object.fromEntries([...found].map(([id, { name }]) => [id, name]));
}

/** The pages by id that are cached and fresh; always the first, which tells how many there are. */
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

/** One department by its id: out of a list on screen, or found in the pages by id, which are kept. Null: it is not there. */
export const departmentRowOptions = (client: QueryClient, id: string) =>
  queryOptions({
    queryKey: rowKey('departments', id),
    queryFn: async () => {
      const { findRow } = await import('./find-row.ts');
      return findRow(id, (page) => client.query(departmentIdPageOptions(page)));
    },
    initialData: () => cachedRow<Department>(client, 'departments', id),
    staleTime: minute,
  });

/** The loader of a department's page: starts the requests for the department and for the first of the members. */
export const departmentPageLoader =
  (client: QueryClient) =>
  ({ request }: { request: Request }): null => {
    const [, , id = ''] = new URL(request.url).pathname.split('/');
    forgetOldWalks(client);
    start(client.query(departmentRowOptions(client, decodeURIComponent(id))));
    start(client.infiniteQuery(memberWalkOptions('')));
    return null;
  };

/** What the picker offers for `search`, sorted by name; it reads on page by page, to the last department. */
export const departmentPickerOptions = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['departments', 'picker', search],
    queryFn: ({ pageParam, signal }) => listDepartments({ search, ordering: 'name', page: pageParam, pageSize: 50 }, signal),
    initialPageParam: 1,
    getNextPageParam: ({ page, pageCount }) => (page < pageCount ? page + 1 : undefined),
    placeholderData: keepPreviousData,
  });

/** Adds a department. */
export const createDepartmentOptions = () =>
  mutationOptions({
    mutationFn: createDepartment,
    meta: { invalidates: [['departments']], success: ({ name }: Department) => `Department “${name}” was added.` },
  });

/** Renames a department: the list shows the new name at once, and the old one again if the server refuses. */
export const renameDepartmentOptions = (client: QueryClient) =>
  mutationOptions({
    mutationFn: renameDepartment,
    onMutate: async ({ id, name }) => {
      // An answer that was asked for before the change would bring the old name back.
      await client.cancelQueries({ queryKey: ['departments', 'list'], predicate: ({ state }) => state.data !== undefined });
      const before = cachedRow<Department>(client, 'departments', id)?.name;
      mergeRow<Department>(client, 'departments', id, { name });
      return { before };
    },
    onError: (_error, { id }, context) => {
      if (context?.before !== undefined) mergeRow<Department>(client, 'departments', id, { name: context.before });
      void client.invalidateQueries({ queryKey: ['departments'] });
    },
    onSuccess: (department) => mergeRow<Department>(client, 'departments', department.id, department),
    meta: {
      invalidates: [['departments']],
      success: ({ name }: Department) => `The department is now called “${name}”.`,
      undo: ({ id }: { id: string }, { before }: { before: string | undefined }) => before !== undefined && { id, name: before },
    },
  });

/** Deletes a department; one that is gone already counts as deleted. */
export async function deleteDepartment({ id }: Pick<Department, 'id'>): Promise<'deleted' | 'gone'> {
  try {
    await removeDepartment(id);
    return 'deleted';
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return 'gone';
    throw error;
  }
}

/** As `deleteDepartment`, alone: the row goes from the lists, and the status region says so. Never ahead of the server, which may refuse. */
export const removeDepartmentOptions = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (department: Department) => deleteDepartment(department),
    onSuccess: (_outcome, { id }) => dropRow(client, 'departments', id),
    meta: {
      invalidates: [['departments']],
      success: (outcome: 'deleted' | 'gone', { name }: Department) =>
        outcome === 'deleted' ? `Department “${name}” was deleted.` : `Department “${name}” had been deleted already.`,
    },
  });
