import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Department } from '../contract/departments.ts';
import { cachedRow, rowKey } from './cached-rows.ts';
import { departmentIdPageOptions } from './department-names.ts';

/** One department by its id: from a list on screen, or found in the cached pages by id. Null when there is no such department. */
export const departmentRowOptions = (client: QueryClient, id: string) =>
  queryOptions({
    queryKey: rowKey('departments', id),
    queryFn: async () => {
      const { findRow } = await import('./find-row.ts');
      return findRow(id, (page) => client.query(departmentIdPageOptions(page)));
    },
    initialData: () => cachedRow<Department>(client, 'departments', id),
    staleTime: 60_000,
    retry: false, // its pages are
  });
