import type { QueryClient } from '@tanstack/react-query';
import { start } from '../../data/start.ts';
import { departmentListOptions } from '../../data/departments.ts';
import { memberListOptions } from '../../data/members.ts';

/** The oldest departments; the page also has their total number, and shows how old the company is. */
export const departmentCountOptions = () => departmentListOptions({ search: '', ordering: '', page: 1 });

/** The members added last; the page also has their total number. */
export const recentMembersOptions = () => memberListOptions({ search: '', ordering: '-created_at', page: 1 });

/** The members changed last. */
export const changedMembersOptions = () => memberListOptions({ search: '', ordering: '-updated_at', page: 1 });

/** Starts the two requests for the figures and the newest members; everything else on the page is requested after them. */
export const overviewLoader = (queryClient: QueryClient) => () => {
  start(queryClient.query(departmentCountOptions()));
  start(queryClient.query(recentMembersOptions()));
  return null;
};
