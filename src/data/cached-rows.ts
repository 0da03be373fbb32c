import type { QueryClient } from '@tanstack/react-query';

/** The first part of the query keys of each list. */
export type ListRoot = 'departments' | 'members';

interface Identified {
  id: string;
}

/** The parts of a page that matter here. */
interface RowPage<Row> {
  rows: Row[];
  count: number;
}

const pagesOf = (root: ListRoot) => ({ queryKey: [root, 'list'] });

/** The key of the query for one row, on the page about it. */
export const rowKey = (root: ListRoot, id: string) => [root, 'row', id] as const;

/**
 * The key of the query for the row of a dialog. It is not below `root`: saving invalidates the lists and must not restart the
 * search for the row under the closing dialog.
 */
export const dialogRowKey = (root: ListRoot, id: string) => ['row', root, id] as const;

/** A row that is cached for a page of the list, for its own page, or for a dialog. The caller knows the type of the list's rows. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the query cache takes the caller's word for it, as does setQueriesData below
export function cachedRow<Row extends Identified>(client: QueryClient, root: ListRoot, id: string): Row | undefined {
  const pages = client.getQueriesData<RowPage<Row>>(pagesOf(root));
  const listed = pages.flatMap(([, page]) => page?.rows ?? []).find((row) => row.id === id);
  return listed ?? client.getQueryData<Row | null>(rowKey(root, id)) ?? client.getQueryData<Row | null>(dialogRowKey(root, id)) ?? undefined;
}

/**
 * Writes `changes` into the row wherever it is cached. Never a whole row: the responses to writes lack fields that the lists
 * have (a member's department and dates).
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

/** Removes a deleted row from every cached page, ahead of the refetched list. */
export function dropRow(client: QueryClient, root: ListRoot, id: string): void {
  client.setQueriesData<RowPage<Identified>>(pagesOf(root), (page) =>
    page?.rows.some((row) => row.id === id)
      ? { ...page, count: page.count - 1, rows: page.rows.filter((row) => row.id !== id) }
      : page,
  );
}
