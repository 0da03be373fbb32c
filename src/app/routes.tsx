import type { QueryClient } from '@tanstack/react-query';
import { redirect, type RouteObject } from 'react-router';
import { AdminOnly } from './admin-only.tsx';
import { ErrorPage } from './error-page.tsx';
import { pageRequests } from './first-requests.ts';
import { requireSession, skipWhenLoggedIn } from './guards.ts';
import { NotFoundLayout, NotFoundPage } from './not-found-page.tsx';
import { pageChunks } from './page-chunks.ts';
import { paths } from './paths.ts';
import { PublicLayout } from './public-layout.tsx';
import { RootLayout, type RouteHandle } from './root-layout.tsx';
import { Shell } from './shell.tsx';

/** A page's code comes with its first use; its data are asked for by a loader that stands here, beside it and not after it. */
const page = (chunk: () => Promise<{ Component: React.ComponentType }>) => ({
  lazy: { Component: async () => (await chunk()).Component },
});

const dialog = { handle: { dialog: true } satisfies RouteHandle };

/** Every route of the app. The loaders only start the requests of their pages: nothing waits for them. */
export function createRoutes(queryClient: QueryClient): RouteObject[] {
  const visitor = { loader: skipWhenLoggedIn };
  const requests = pageRequests(queryClient);
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
                { path: paths.signup, ...visitor, ...page(pageChunks.signup) },
                { path: paths.checkEmail, ...page(pageChunks.checkEmail) },
                { path: paths.activate, ...page(pageChunks.activate) },
                { path: paths.resetPassword, ...page(pageChunks.resetPassword) },
                { path: paths.confirmReset, ...page(pageChunks.confirmReset) },
              ],
            },
          ],
        },
        {
          Component: Shell,
          loader: requireSession,
          children: [
            {
              ErrorBoundary: ErrorPage,
              children: [
                {
                  Component: AdminOnly,
                  children: [
                    { path: paths.overview, loader: requests.overview, ...page(pageChunks.overview) },
                    {
                      path: paths.departments,
                      loader: requests.departments,
                      ...page(pageChunks.departments),
                      children: [
                        { path: 'new', ...dialog, ...page(pageChunks.newDepartment) },
                        { path: ':id/edit', ...dialog, ...page(pageChunks.editDepartment) },
                      ],
                    },
                    {
                      path: `${paths.departments}/:id`,
                      loader: requests.department,
                      ...page(pageChunks.department),
                      children: [{ path: 'rename', ...dialog, ...page(pageChunks.renameHere) }],
                    },
                    { path: paths.importMembers, ...page(pageChunks.importMembers) },
                    {
                      path: paths.members,
                      loader: requests.members,
                      ...page(pageChunks.members),
                      children: [
                        { path: 'new', ...dialog, ...page(pageChunks.newMember) },
                        { path: ':id/edit', ...dialog, ...page(pageChunks.editMember) },
                      ],
                    },
                  ],
                },
                { path: paths.profile, ...page(pageChunks.profile) },
                { path: paths.changePassword, ...page(pageChunks.changePassword) },
              ],
            },
          ],
        },
        // Password managers go here to change a password (W3C's well-known URL for it).
        { path: '/.well-known/change-password', loader: () => redirect(paths.changePassword), Component: Nothing },
        { Component: NotFoundLayout, children: [{ path: '*', Component: NotFoundPage }] },
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
