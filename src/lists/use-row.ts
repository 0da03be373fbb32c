import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cachedRow, dialogRowKey, type ListRoot } from '../data/cached-rows.ts';
import { findRow } from '../data/find-row.ts';
import type { WalkProgress } from '../data/walk-rows.ts';
import { readIdPage, type ListCall } from '../data/lists.ts';

/** What is known of the row that a dialog is about. `walk` says how far a search over all pages has come. */
export type RowSearch<Row> =
  | { status: 'found'; row: Row }
  | { status: 'missing' }
  | { status: 'searching'; walk: WalkProgress | null }
  | { status: 'failed'; error: Error; retry: () => void };

/**
 * The row of `/…/:id/edit`: out of the list that is on screen, or, on a hard load, found by reading pages in the order of
 * their ids. The search ends when the dialog closes.
 */
export function useRow<Row extends { id: string }>(root: ListRoot, id: string, call: ListCall<Row>): RowSearch<Row> {
  const client = useQueryClient();
  const [walk, setWalk] = useState<WalkProgress | null>(null);
  const query = useQuery({
    queryKey: dialogRowKey(root, id),
    queryFn: ({ signal }) => findRow(id, (page) => readIdPage(call, page, signal), setWalk),
    initialData: () => cachedRow<Row>(client, root, id),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (query.data) return { status: 'found', row: query.data };
  if (query.data === null) return { status: 'missing' };
  if (query.error) return { status: 'failed', error: query.error, retry: () => void query.refetch() };
  return { status: 'searching', walk };
}
