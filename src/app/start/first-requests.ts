import { departmentListLoader, departmentPageLoader, memberListLoader } from '../../data/loaders.ts';
import { overviewLoader } from '../../features/overview/queries.ts';
import { meOptions } from '../../data/me.ts';
import { queryClient } from '../cache.ts';
import { paths } from '../../paths.ts';

/**
 * What each page asks the server for, beside its code and not after it. The routes' loaders and the start of the
 * document both use these, so nothing here may bring React along. A page answers for what lies over it too.
 */
export const pageRequests = {
  overview: overviewLoader(queryClient),
  departments: departmentListLoader(queryClient),
  department: departmentPageLoader(queryClient),
  members: memberListLoader(queryClient),
};

/** Starts what the page at `address` will ask for, while React and the page's code are still on their way. */
export function startRequests(address: URL): void {
  const start = requestsOf(address.pathname);
  if (start === null) return;
  queryClient.query(meOptions()).catch(() => undefined); // whoever reads it says so
  start({ request: new Request(address) });
}

function requestsOf(pathname: string) {
  const below = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  if (pathname === paths.overview) return pageRequests.overview;
  if (pathname === paths.importMembers) return () => null;
  if (/^\/departments\/(?!new$)[^/]+(?:\/rename)?$/.test(pathname)) return pageRequests.department;
  if (below(paths.departments)) return pageRequests.departments;
  if (below(paths.members)) return pageRequests.members;
  return below(paths.profile) ? () => null : null;
}
