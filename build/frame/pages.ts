/** A page whose beginning is painted before any script of the app has arrived. */
export interface FramePage {
  /** Names the frame; pages of one name share it (a dialog lies over its list's). */
  name: string;
  /** The route, as in `src/app/routes.tsx`; the first page of a name is the one that is rendered. */
  path: string;
  /** `visitor`: whoever is logged in is sent on from here. `private`: a visitor gets the log-in page instead. */
  who: 'visitor' | 'private' | 'anyone';
  /** The sources of its code, which the document asks for at once. */
  modules: readonly string[];
}

/** What every page behind log-in needs. */
const inside = ['src/app/start/first-requests.ts', 'src/app/cached-pages.tsx', 'src/app/shell/shell.tsx', 'src/app/shell/admin-only.tsx'];

const page = (name: string, path: string, who: FramePage['who'], ...modules: string[]): FramePage => ({
  name,
  path,
  who,
  modules: [...(who === 'private' ? inside : []), ...modules.map((module) => `src/features/${module}.tsx`)],
});

const departments = 'departments/departments-page';
const department = 'departments/department-page';
const members = 'members/members-page';

/** Any address that is not here gets the frame `neutral`: the product's mark and nothing else. */
export const framePages: readonly FramePage[] = [
  page('login', '/login', 'visitor', 'auth/login-page'),
  page('signup', '/signup', 'visitor', 'auth/signup-page'),
  page('reset-password', '/password/reset', 'anyone', 'auth/reset-password-page'),
  page('overview', '/', 'private', 'overview/overview-page'),
  page('departments', '/departments', 'private', departments),
  page('departments', '/departments/new', 'private', departments, 'departments/new-department'),
  page('departments', '/departments/:id/edit', 'private', departments, 'departments/edit-department'),
  page('department', '/departments/:id', 'private', department),
  page('department', '/departments/:id/rename', 'private', department, 'departments/rename-here'),
  page('members', '/teams', 'private', members),
  page('members', '/teams/new', 'private', members, 'members/new-member'),
  page('members', '/teams/:id/edit', 'private', members, 'members/edit-member'),
  page('import', '/teams/import', 'private', 'import/import-page'),
  page('profile', '/profile', 'private', 'profile/profile-page'),
  page('change-password', '/profile/password', 'private', 'profile/change-password-page'),
];
