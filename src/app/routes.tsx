import { redirect, type RouteObject } from 'react-router';
import { ErrorPage } from './error-page.tsx';
import { requireSession, skipWhenLoggedIn } from './guards.ts';
import { allPages, isPrivate, layouts, loadFirstRequests, type AppPage } from './pages.ts';
import { paths } from '../paths.ts';
import { PublicLayout } from './shell/public-layout.tsx';
import { RootLayout, type RouteHandle } from './shell/root-layout.tsx';

const dialogHandle: RouteHandle = { dialog: true };

/** A page's code comes with its first use. A function: of an object without a loader the router swallows the failure, and paints nothing. */
const lazily = (code: AppPage['code']) => ({ lazy: async () => ({ Component: (await code()).Component }) });

/** Where a page that reads could not be shown. */
const cachedErrors = { lazy: async () => ({ ErrorBoundary: (await layouts.cached()).ErrorBoundary }) };

/** Every route of the app, from the table of pages. The loaders only start the requests of their pages: nothing waits for them. */
export function createRoutes(): RouteObject[] {
  return [
    {
      Component: RootLayout,
      ErrorBoundary: RootError,
      HydrateFallback: Nothing,
      children: [
        {
          Component: PublicLayout,
          children: [{ ErrorBoundary: ErrorPage, children: routesOf((page) => page.cached === false) }],
        },
        { ...lazily(layouts.cached), children: cachedRoutes() },
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
      children: [{ ...cachedErrors, children: routesOf((page) => page.cached !== false && !isPrivate(page)) }],
    },
    {
      ...lazily(layouts.shell),
      loader: requireSession,
      children: [
        {
          ...cachedErrors,
          children: [{ ...lazily(layouts.adminOnly), children: routesOf(({ who }) => who === 'admin') }, ...routesOf(({ who }) => who === 'user')],
        },
      ],
    },
    { lazy: async () => ({ Component: (await layouts.notFound()).Layout }), children: [{ path: '*', ...lazily(layouts.notFound) }] },
  ];
}

const routesOf = (those: (page: AppPage) => boolean): RouteObject[] => allPages.filter(those).map(routeOf);

function routeOf({ path, who, code, requests, dialogs = {} }: AppPage): RouteObject {
  return {
    path,
    ...(requests ? withRequests(code, requests) : lazily(code)),
    ...(who === 'visitor' ? { loader: skipWhenLoggedIn } : {}),
    children: Object.entries(dialogs).map(([below, dialog]) => ({ path: below, handle: dialogHandle, ...lazily(dialog) })),
  };
}

/** A page whose data are asked for beside its code, not after it. */
const withRequests = (code: AppPage['code'], requests: NonNullable<AppPage['requests']>) => ({
  lazy: { Component: async () => (await code()).Component, loader: async () => (await loadFirstRequests()).loaderFor(requests) },
});

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
