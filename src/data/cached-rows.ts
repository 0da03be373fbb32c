import type { QueryClient } from '@tanstack/react-query';

/** The first word of the keys of each list's queries. */
export type ListRoot = 'departments' | 'members';

interface Identified {
  id: string;
}

/** What of a page's shape matters here. */
interface RowPage<Row> {
  rows: Row[];
  count: number;
}

const pagesOf = (root: ListRoot) => ({ queryKey: [root, 'list'] });

/** The key of a query that holds one row, for the page that is about it. */
export const rowKey = (root: ListRoot, id: string) => [root, 'row', id] as const;

/**
 * The key of a query that holds the row of a dialog. Not below `root`: saving makes the lists stale, and must not start
 * the search for the row again under the closing dialog.
 */
export const dialogRowKey = (root: ListRoot, id: string) => ['row', root, id] as const;

/** A row that some page of the list, its own page, or a dialog already holds; which rows a list has, its caller knows. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the query cache is told, as setQueriesData is below
export function cachedRow<Row extends Identified>(client: QueryClient, root: ListRoot, id: string): Row | undefined {
  const pages = client.getQueriesData<RowPage<Row>>(pagesOf(root));
  const listed = pages.flatMap(([, page]) => page?.rows ?? []).find((row) => row.id === id);
  return listed ?? client.getQueryData<Row | null>(rowKey(root, id)) ?? client.getQueryData<Row | null>(dialogRowKey(root, id)) ?? undefined;
}

/**
 * Writes `changes` into the row wherever it is held. Never a whole row: the answers to writes lack
 * fields that the lists have (a member's department and dates).
 */
export function mergeRow<Row extends Identified>(client: QueryClient, root: ListRoot, id: string, changes: Partial<Row>): void {
  client.setQueriesData<RowPage<Row>>(pagesOf(root), (page) =>
    page?.rows.some((row) => row.id === id)
      ? { ...page, rows: page.rows.map((row) => (row.id === id ? { ...row, ...changes } : row)) }
      : page,
  );
  const own = client.getQueryData<Row | null>(rowKey(root, id));
  if (own) client.setQueryData<Row>(rowKey(root, id), { ...own, ...changes });
}

/** Takes a deleted row out of every page that holds it, ahead of the list that is read anew. */
export function dropRow(client: QueryClient, root: ListRoot, id: string): void {
  client.setQueriesData<RowPage<Identified>>(pagesOf(root), (page) =>
    page?.rows.some((row) => row.id === id)
      ? { ...page, count: page.count - 1, rows: page.rows.filter((row) => row.id !== id) }
      : page,
  );
}
