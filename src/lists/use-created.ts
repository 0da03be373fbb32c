import { useState } from 'react';
import type { Page } from '../api/pagination.ts';
import { toQueryString, type ListSearch } from '../lib/list-search.ts';
import type { Created } from './use-close-dialog.ts';

/**
 * The row that a dialog has just added, while the list does not show it.
 * @param page the rows on screen; undefined while they are being read
 */
export function useCreated(state: ListSearch, page: Page<{ id: string }> | undefined) {
  const [made, setMade] = useState<{ row: Created; at: ListSearch } | null>(null);
  const onCreated = (row: Created) => setMade({ row, at: state });
  // With another search, order or page the person has moved on.
  const hidden = !made || toQueryString(made.at) !== toQueryString(state) || !page || page.rows.some(({ id }) => id === made.row.id);
  return { created: hidden ? null : made.row, onCreated };
}
