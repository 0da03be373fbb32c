import type { ComponentType } from 'react';
import type { Loader } from '../data/loaders.ts';
import { paths } from '../paths.ts';

/*
 * Every page is declared here, once: routes, preloading, first requests, startup frames, chunk groups and budgets
 * all read this table. It is part of the startup code, so it holds only data and `import()`s, which the build reads too.
 */

type LoadCode = () => Promise<{ Component: ComponentType }>;

/** A page of the app. */
export interface AppPage {
  path: string;
  /** `visitor`: whoever is logged in is sent on. `user`: whoever is logged in, and `admin`: whoever manages a company; others log in first. */
  who: 'visitor' | 'anyone' | 'user' | 'admin';
  /** Its module, loaded when the page is first opened. */
  code: LoadCode;
  /** What it asks the server for, in parallel with its code. */
  requests?: () => Promise<Loader>;
  /** The dialogs over it, by their path below the page's own. */
  dialogs?: Readonly<Record<string, LoadCode>>;
  /** False spares it the query library: it neither reads nor changes what the server has. */
  cached?: false;
  /** What only the build reads; it leaves it out of the app. */
  build: BuildFacts;
}

interface BuildFacts {
  /** The most that is loaded to show the page: kB (1,000 bytes) of brotli-compressed script. */
  script: number;
  /** In how many files at most. */
  files: number;
  /** The chunk that it shares with other pages (build/chunk-groups.ts); left out, it gets a file of its own. */
  chunk?: 'forms' | 'inside' | 'account' | 'profile';
  /** False leaves it without a startup frame: what it shows depends on the history entry it is opened with. */
  frame?: false;
}

/** An address belongs to the first page that matches: `/departments/new` is no department. */
export const pages = {
  login: {
    path: paths.login,
    who: 'visitor',
    code: () => import('../features/auth/login-page.tsx'),
    cached: false,
    build: { chunk: 'forms', script: 130, files: 3 },
  },
  signup: {
    path: paths.signup,
    who: 'visitor',
    code: () => import('../features/auth/signup-page.tsx'),
    build: { chunk: 'account', script: 160, files: 6 },
  },
  checkEmail: {
    path: paths.checkEmail,
    who: 'anyone',
    code: () => import('../features/auth/check-email-page.tsx'),
    cached: false,
    build: { chunk: 'account', frame: false, script: 160, files: 6 },
  },
  activate: {
    path: paths.activate,
    who: 'anyone',
    code: () => import('../features/auth/activate-page.tsx'),
    build: { chunk: 'account', frame: false, script: 160, files: 6 },
  },
  resetPassword: {
    path: paths.resetPassword,
    who: 'anyone',
    code: () => import('../features/auth/reset-password-page.tsx'),
    build: { chunk: 'account', script: 160, files: 6 },
  },
  confirmReset: {
    path: paths.confirmReset,
    who: 'anyone',
    code: () => import('../features/auth/confirm-reset-page.tsx'),
    build: { chunk: 'account', frame: false, script: 160, files: 6 },
  },
  overview: {
    path: paths.overview,
    who: 'admin',
    code: () => import('../features/overview/overview-page.tsx'),
    requests: async () => (await import('../features/overview/queries.ts')).overviewLoader,
    build: { script: 143.5, files: 5 },
  },
  departments: {
    path: paths.departments,
    who: 'admin',
    code: () => import('../features/departments/departments-page.tsx'),
    requests: async () => (await import('../data/loaders.ts')).departmentListLoader,
    dialogs: {
      new: () => import('../features/departments/new-department.tsx'),
      ':id/edit': () => import('../features/departments/edit-department.tsx'),
    },
    build: { chunk: 'inside', script: 142, files: 4 },
  },
  department: {
    path: `${paths.departments}/:id`,
    who: 'admin',
    code: () => import('../features/departments/department-page.tsx'),
    requests: async () => (await import('../data/loaders.ts')).departmentPageLoader,
    dialogs: { rename: () => import('../features/departments/rename-here.tsx') },
    build: { script: 144.5, files: 6 },
  },
  members: {
    path: paths.members,
    who: 'admin',
    code: () => import('../features/members/members-page.tsx'),
    requests: async () => (await import('../data/loaders.ts')).memberListLoader,
    dialogs: {
      new: () => import('../features/members/new-member.tsx'),
      ':id/edit': () => import('../features/members/edit-member.tsx'),
    },
    build: { chunk: 'inside', script: 142, files: 4 },
  },
  importMembers: {
    path: paths.importMembers,
    who: 'admin',
    code: () => import('../features/import/import-page.tsx'),
    build: { script: 177, files: 9 },
  },
  profile: {
    path: paths.profile,
    who: 'user',
    code: () => import('../features/profile/profile-page.tsx'),
    build: { chunk: 'profile', script: 159, files: 6 },
  },
  changePassword: {
    path: paths.changePassword,
    who: 'user',
    code: () => import('../features/profile/change-password-page.tsx'),
    build: { chunk: 'profile', script: 159, files: 6 },
  },
} satisfies Record<string, AppPage>;

/** The table's pages in their order. */
export const allPages: readonly AppPage[] = Object.values(pages);

/** Whether the page is for people who are logged in. */
export const isPrivate = ({ who }: AppPage): boolean => who === 'user' || who === 'admin';

/** The paths at which the page is on screen: its own and those of its dialogs. */
export const pathsOf = ({ path, dialogs = {} }: AppPage): string[] => [path, ...Object.keys(dialogs).map((below) => `${path}/${below}`)];

/** A regular expression for the whole of a path, with or without a slash at its end. */
export const patternOf = (path: string): string => `^${path.replace(/:\w+/g, '[^/]+')}/*$`;

/** The page at `pathname`, whatever dialog lies over it. */
export const pageAt = (pathname: string): AppPage | undefined =>
  allPages.find((page) => pathsOf(page).some((path) => new RegExp(patternOf(path)).test(pathname)));

/** What stands around pages or in their place, loaded as they are. */
export const layouts = {
  cached: () => import('./cached-pages.tsx'),
  shell: () => import('./shell/shell.tsx'),
  adminOnly: () => import('./shell/admin-only.tsx'),
  notFound: () => import('./not-found-page.tsx'),
} satisfies Record<string, LoadCode>;

/** Starts the requests of private pages; without React. */
export const loadFirstRequests = () => import('./start/first-requests.ts');

/** Everything that is loaded to show the page, besides what every page needs and what starts its own requests. */
export const codeOf = (page: AppPage): (() => Promise<unknown>)[] => [
  page.code,
  ...(page.cached === false ? [] : [layouts.cached]),
  ...(isPrivate(page) ? [loadFirstRequests, layouts.shell, layouts.adminOnly] : []),
];
