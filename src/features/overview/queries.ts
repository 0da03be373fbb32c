import type { QueryClient } from '@tanstack/react-query';
import { start } from '../../data/start.ts';
import { departmentListOptions } from '../../data/departments.ts';
import { memberListOptions } from '../../data/members.ts';

/** The first page of departments, oldest first: their number, and how old the company is. */
export const departmentCountOptions = () => departmentListOptions({ search: '', ordering: '', page: 1 });

/** The members who came last; the page also tells their number. */
export const recentMembersOptions = () => memberListOptions({ search: '', ordering: '-created_at', page: 1 });

/** The members who were changed last. */
export const changedMembersOptions = () => memberListOptions({ search: '', ordering: '-updated_at', page: 1 });

/** Starts the two requests that the numbers and the newest members need; everything else on the page comes after them. */
export const overviewLoader = (queryClient: QueryClient) => () => {
  start(queryClient.query(departmentCountOptions()));
  start(queryClient.query(recentMembersOptions()));
  return null;
};
