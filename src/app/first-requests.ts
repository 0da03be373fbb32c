import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../api/session.ts';
import { departmentListLoader, departmentPageLoader } from '../features/departments/queries.ts';
import { overviewLoader } from '../features/overview/queries.ts';
import { meOptions } from '../features/profile/queries.ts';
import { memberListLoader } from '../features/teams/queries.ts';
import { paths } from './paths.ts';

/**
 * What each page asks the server for, beside its code and not after it. The routes' loaders and the start of the
 * document both use these, so nothing here may bring React along. A page answers for what lies over it too.
 */
export function pageRequests(queryClient: QueryClient) {
  return {
    overview: overviewLoader(queryClient),
    departments: departmentListLoader(queryClient),
    department: departmentPageLoader(queryClient),
    members: memberListLoader(queryClient),
  };
}

/** Starts what the page at `address` will ask for, while React and the page's code are still on their way. */
export function startRequests(queryClient: QueryClient, session: Session, address: URL): void {
  const start = requestsOf(queryClient, address.pathname);
  // Booting: a new token is being fetched; a request waits for it by itself.
  const { status } = session.getState();
  if (start === null || status === 'anonymous' || status === 'ended') return;
  void queryClient.prefetchQuery(meOptions());
  start({ request: new Request(address) });
}

function requestsOf(queryClient: QueryClient, pathname: string) {
  const requests = pageRequests(queryClient);
  const below = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  if (pathname === paths.overview) return requests.overview;
  if (pathname === paths.importMembers) return () => null;
  if (/^\/departments\/(?!new$)[^/]+(?:\/rename)?$/.test(pathname)) return requests.department;
  if (below(paths.departments)) return requests.departments;
  if (below(paths.members)) return requests.members;
  return below(paths.profile) ? () => null : null;
}
