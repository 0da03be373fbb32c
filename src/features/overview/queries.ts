import type { QueryClient } from '@tanstack/react-query';
import { departmentListOptions } from '../departments/queries.ts';
import { memberListOptions } from '../teams/queries.ts';

/** The first page of departments: their number is what the overview shows of it. */
export const departmentCountOptions = () => departmentListOptions({ search: '', ordering: '', page: 1 });

/** The members who came last; the page also tells their number. */
export const recentMembersOptions = () => memberListOptions({ search: '', ordering: '-created_at', page: 1 });

export const overviewLoader = (queryClient: QueryClient) => () => {
  void queryClient.prefetchQuery(departmentCountOptions());
  void queryClient.prefetchQuery(recentMembersOptions());
  return null;
};
