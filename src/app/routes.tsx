import { useLayoutEffect, type ComponentType } from 'react';
import { redirect, type LoaderFunction, type RouteObject } from 'react-router';
import { DialogError } from './dialog-error.tsx';
import { ErrorPage } from './error-page.tsx';
import { requireSession, skipWhenLoggedIn } from './guards.ts';
import { allPages, isPrivate, layouts, loadFirstRequests, type AppPage } from './pages.ts';
import { paths } from '../paths.ts';
import { PublicLayout } from './shell/public-layout.tsx';
import { RootLayout, type RouteHandle } from './shell/root-layout.tsx';
import { takeOverFrame } from './start/take-over.ts';

const dialogHandle: RouteHandle = { dialog: true };

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
        { ...loaded(layouts.cached), children: cachedRoutes() },
        // Password managers go here to change a password (W3C's well-known URL for it).
        { path: '/.well-known/change-password', loader: () => redirect(paths.changePassword), Component: Nothing },
      ],
    },
  ];
}

/** The routes of every page that reads or changes what the server has. An error stays below the layout that guards its page. */
function cachedRoutes(): RouteObject[] {
  return [
    {
      Component: PublicLayout,
      children: [{ ErrorBoundary: ErrorPage, children: routesOf((page) => page.cached !== false && !isPrivate(page)) }],
    },
    {
      ...loaded(layouts.shell, requireSession),
      children: [
        {
          ErrorBoundary: ErrorPage,
          children: [
            { ...loaded(layouts.adminOnly), children: [{ ErrorBoundary: ErrorPage, children: routesOf(({ who }) => who === 'admin') }] },
            ...routesOf(({ who }) => who === 'user'),
          ],
        },
      ],
    },
    { ...loaded(async () => ({ Component: (await layouts.notFound()).Layout })), children: [{ path: '*', ...loaded(layouts.notFound) }] },
  ];
}

const routesOf = (those: (page: AppPage) => boolean): RouteObject[] => allPages.filter(those).map(routeOf);

function routeOf({ path, who, code, requests, dialogs = {} }: AppPage): RouteObject {
  const load = requests ? startRequests(requests) : who === 'visitor' ? skipWhenLoggedIn : undefined;
  return {
    path,
    ...loaded(code, load),
    children: Object.entries(dialogs).map(([below, dialog]) => ({ path: below, handle: dialogHandle, ErrorBoundary: DialogError, ...loaded(dialog) })),
  };
}

/** A page's data are asked for beside its code, not after it. */
const startRequests =
  (requests: NonNullable<AppPage['requests']>): LoaderFunction =>
  async (args, context) =>
    (await (await loadFirstRequests()).loaderFor(requests))(args, context);

/** Loads the code with the first use, while `load` runs. The router's own `lazy` would never again ask for code that failed to load once. */
function loaded(code: AppPage['code'], load?: LoaderFunction): { loader: LoaderFunction; Component: ComponentType } {
  let Loaded: ComponentType = Nothing;
  return {
    async loader(args, context) {
      const [result, { Component }] = await Promise.all([Promise.resolve(load?.(args, context) ?? null), code()]);
      Loaded = Component;
      return result;
    },
    Component: () => <Loaded />,
  };
}

/** What is left when the frame itself fails. */
function RootError() {
  useLayoutEffect(takeOverFrame, []);
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
