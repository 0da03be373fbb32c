import { paths } from './paths.ts';

/** The pages' code, each loaded with its first use. */
export const pageChunks = {
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
  members: () => import('../features/teams/members-page.tsx'),
  newMember: () => import('../features/teams/new-member.tsx'),
  editMember: () => import('../features/teams/edit-member.tsx'),
  importMembers: () => import('../features/import/import-page.tsx'),
  profile: () => import('../features/profile/profile-page.tsx'),
  changePassword: () => import('../features/profile/change-password-page.tsx'),
};

const chunkOf: Record<string, () => Promise<unknown>> = {
  [paths.overview]: pageChunks.overview,
  [paths.departments]: pageChunks.departments,
  [paths.members]: pageChunks.members,
  [paths.importMembers]: pageChunks.importMembers,
  [paths.profile]: pageChunks.profile,
  [paths.changePassword]: pageChunks.changePassword,
};

/** Handlers for a link that load the code of its page as soon as somebody seems to be about to follow it. */
export function preloadOnIntent(path: string) {
  // A failure is met again, and shown, when the link is followed.
  const preload = () => void chunkOf[path]?.().catch(() => undefined);
  return { onPointerEnter: preload, onFocus: preload, onTouchStart: preload };
}
