import { redirect, type RouteObject } from 'react-router';
import { ErrorPage } from './error-page.tsx';
import type { pageRequests } from './start/first-requests.ts';
import { requireSession, skipWhenLoggedIn } from './guards.ts';
import { loadErrorPage, loadRequests, pageChunks } from './page-chunks.ts';
import { paths } from '../paths.ts';
import { PublicLayout } from './shell/public-layout.tsx';
import { RootLayout, type RouteHandle } from './shell/root-layout.tsx';

type Chunk = () => Promise<{ Component: React.ComponentType }>;

/** A page's code comes with its first use. A function: of an object without a loader the router swallows the failure, and paints nothing. */
const page = (chunk: Chunk) => ({ lazy: async () => ({ Component: (await chunk()).Component }) });

const visitor = { loader: skipWhenLoggedIn };
const dialog = { handle: { dialog: true } satisfies RouteHandle };

/** A page whose data are asked for beside its code, not after it. */
const pageWith = (name: keyof typeof pageRequests, chunk: Chunk) => ({
  lazy: { Component: async () => (await chunk()).Component, loader: async () => (await loadRequests()).pageRequests[name] },
});

/** Where a page that reads could not be shown. */
const cachedErrors = { lazy: async () => ({ ErrorBoundary: await loadErrorPage() }) };

/** Every route of the app. The loaders only start the requests of their pages: nothing waits for them. */
export function createRoutes(): RouteObject[] {
  return [
    {
      Component: RootLayout,
      ErrorBoundary: RootError,
      HydrateFallback: Nothing,
      children: [
        {
          Component: PublicLayout,
          children: [
            {
              ErrorBoundary: ErrorPage,
              children: [
                { path: paths.login, ...visitor, ...page(pageChunks.login) },
                { path: paths.checkEmail, ...page(pageChunks.checkEmail) },
              ],
            },
          ],
        },
        { ...page(pageChunks.cached), children: cachedRoutes() },
        // Password managers go here to change a password (W3C's well-known URL for it).
        { path: '/.well-known/change-password', loader: () => redirect(paths.changePassword), Component: Nothing },
      ],
    },
  ];
}

/** The routes of every page that reads or changes what the server has. */
function cachedRoutes(): RouteObject[] {
  return [
    {
      Component: PublicLayout,
      children: [
        {
          ...cachedErrors,
          children: [
            { path: paths.signup, ...visitor, ...page(pageChunks.signup) },
            { path: paths.activate, ...page(pageChunks.activate) },
            { path: paths.resetPassword, ...page(pageChunks.resetPassword) },
            { path: paths.confirmReset, ...page(pageChunks.confirmReset) },
          ],
        },
      ],
    },
    {
      ...page(pageChunks.shell),
      loader: requireSession,
      children: [
        {
          ...cachedErrors,
          children: [
            { ...page(pageChunks.adminOnly), children: adminRoutes() },
            { path: paths.profile, ...page(pageChunks.profile) },
            { path: paths.changePassword, ...page(pageChunks.changePassword) },
          ],
        },
      ],
    },
    { ...page(pageChunks.notFoundLayout), children: [{ path: '*', ...page(pageChunks.notFound) }] },
  ];
}

function adminRoutes(): RouteObject[] {
  return [
    { path: paths.overview, ...pageWith('overview', pageChunks.overview) },
    {
      path: paths.departments,
      ...pageWith('departments', pageChunks.departments),
      children: [
        { path: 'new', ...dialog, ...page(pageChunks.newDepartment) },
        { path: ':id/edit', ...dialog, ...page(pageChunks.editDepartment) },
      ],
    },
    {
      path: `${paths.departments}/:id`,
      ...pageWith('department', pageChunks.department),
      children: [{ path: 'rename', ...dialog, ...page(pageChunks.renameHere) }],
    },
    { path: paths.importMembers, ...page(pageChunks.importMembers) },
    {
      path: paths.members,
      ...pageWith('members', pageChunks.members),
      children: [
        { path: 'new', ...dialog, ...page(pageChunks.newMember) },
        { path: ':id/edit', ...dialog, ...page(pageChunks.editMember) },
      ],
    },
  ];
}

/** What is left when the frame itself fails. */
function RootError() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto flex max-w-120 flex-col gap-4 p-6">
      <ErrorPage />
    </main>
  );
}

// The page's own HTML is on screen until the first route is ready: see index.html.
function Nothing() {
  return null;
}
