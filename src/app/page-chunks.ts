import { paths } from '../paths.ts';

const loadCached = () => import('./cached-pages.tsx');
const loadNotFound = () => import('./not-found-page.tsx');

/** The pages' code, each loaded with its first use. What only signed-in people see is not loaded for a visitor. */
export const pageChunks = {
  shell: async () => ({ Component: (await import('./shell/shell.tsx')).Shell }),
  cached: async () => ({ Component: (await loadCached()).CachedPages }),
  adminOnly: async () => ({ Component: (await import('./shell/admin-only.tsx')).AdminOnly }),
  notFoundLayout: async () => ({ Component: (await loadNotFound()).NotFoundLayout }),
  notFound: async () => ({ Component: (await loadNotFound()).NotFoundPage }),
  login: () => import('../features/auth/login-page.tsx'),
  signup: () => import('../features/auth/signup-page.tsx'),
  checkEmail: () => import('../features/auth/check-email-page.tsx'),
  activate: () => import('../features/auth/activate-page.tsx'),
  resetPassword: () => import('../features/auth/reset-password-page.tsx'),
  confirmReset: () => import('../features/auth/confirm-reset-page.tsx'),
  overview: () => import('../features/overview/overview-page.tsx'),
  departments: () => import('../features/departments/departments-page.tsx'),
  newDepartment: () => import('../features/departments/new-department.tsx'),
  editDepartment: () => import('../features/departments/edit-department.tsx'),
  department: () => import('../features/departments/department-page.tsx'),
  renameHere: () => import('../features/departments/rename-here.tsx'),
  members: () => import('../features/members/members-page.tsx'),
  newMember: () => import('../features/members/new-member.tsx'),
  editMember: () => import('../features/members/edit-member.tsx'),
  importMembers: () => import('../features/import/import-page.tsx'),
  profile: () => import('../features/profile/profile-page.tsx'),
  changePassword: () => import('../features/profile/change-password-page.tsx'),
};

/** The error page of the pages with the cache. */
export const loadErrorPage = async () => (await loadCached()).CachedErrorPage;

/** What the pages ask the server for; without React, so that it can run before React is there. */
export const loadRequests = () => import('./start/first-requests.ts');

const chunkOf: Record<string, () => Promise<unknown>> = {
  [paths.overview]: pageChunks.overview,
  [paths.departments]: pageChunks.departments,
  [paths.members]: pageChunks.members,
  [paths.importMembers]: pageChunks.importMembers,
  [paths.profile]: pageChunks.profile,
  [paths.changePassword]: pageChunks.changePassword,
};

/** Loads what the first page after log-in needs. To be called when somebody is about to log in. */
export function preloadFirstPage(): void {
  for (const load of [pageChunks.cached, pageChunks.shell, pageChunks.adminOnly, loadRequests, pageChunks.overview]) load().catch(() => undefined);
}

/** Handlers for a link that load the code of its page as soon as somebody seems to be about to follow it. */
export function preloadOnIntent(path: string) {
  // A failure is met again, and shown, when the link is followed.
  const preload = () => void chunkOf[path]?.().catch(() => undefined);
  return { onPointerEnter: preload, onFocus: preload, onTouchStart: preload };
}
