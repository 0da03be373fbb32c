import { useEffect, useLayoutEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useMatches } from 'react-router';
import { announcePolitely, statusOnNewPage } from '../../stores/status.ts';
import { PoliteRegion } from './status-region.tsx';
import { takeOverFrame } from '../start/take-over.ts';

/** A route's `handle`. A dialog is a route over its page: opening it is not a change of page. */
export interface RouteHandle {
  dialog?: boolean;
}

/** The layout of every route: the skip link, the announcements, and focus and scrolling when the page changes. */
export function RootLayout() {
  useArrival();
  useLayoutEffect(takeOverFrame, []);
  return (
    <>
      <a href="#main" className="skip-link" onClick={skipToMain}>
        Skip to main content
      </a>
      <Outlet />
      <PoliteRegion />
      <ScrollRestoration />
    </>
  );
}

// Following the link to #main would be a navigation in the router.
function skipToMain(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** On a change of page, focuses and announces its heading. Not on the first load, nor when a list is searched, sorted or paged. */
function useArrival() {
  const page = usePagePath();
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    statusOnNewPage();
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.focus({ preventScroll: true });
    announcePolitely(heading?.textContent ?? '');
  }, [page]);
}

/** The path of the current page, ignoring any dialog over it. */
function usePagePath(): string {
  const matches = useMatches();
  const page = matches.findLast(({ handle }) => !(handle as RouteHandle | undefined)?.dialog); // only routes.tsx sets handles
  return page?.pathname.replace(/(.)\/$/, '$1') ?? '';
}
