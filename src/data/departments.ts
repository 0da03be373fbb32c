import { infiniteQueryOptions } from '@tanstack/react-query';
import { listDepartments } from '../api/departments.ts';
import type { ListSearch } from '../lib/list-search.ts';
import { pageOptions } from './lists.ts';

/** One page of departments, as the URL of their list asks for it. */
export const departmentListOptions = (search: ListSearch) => pageOptions('departments', search, listDepartments);

/** What the picker offers for `search`, sorted by name and read on page by page to the last department. */
export const departmentPickerOptions = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['departments', 'picker', search],
    queryFn: ({ pageParam, signal }) => listDepartments({ search, ordering: 'name', page: pageParam, pageSize: 50 }, signal),
    initialPageParam: 1,
    getNextPageParam: ({ page, pageCount }) => (page < pageCount ? page + 1 : undefined),
  });
