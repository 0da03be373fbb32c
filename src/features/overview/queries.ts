import type { QueryClient } from '@tanstack/react-query';
import { session } from '../../api/client.ts';
import { setFlag } from '../../lib/kept-flag.ts';
import { start } from '../../lib/start.ts';
import { departmentListOptions } from '../departments/queries.ts';
import { memberListOptions } from '../teams/queries.ts';

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

/** What is remembered of the first steps, for each user apart: a browser may be shared. */
export const stepFlag = (name: 'handed-over' | 'hidden') => {
  const state = session.getState();
  return `first-steps-${name}:${'userId' in state ? state.userId : ''}`;
};

/** To be called when log-in details were copied or downloaded: the last of the first steps is done. */
export const noteHandOver = () => setFlag(stepFlag('handed-over'), true);
