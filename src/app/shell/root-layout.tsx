import { useEffect, useLayoutEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useMatches } from 'react-router';
import { announcePolitely, statusOnNewPage } from '../../stores/status.ts';
import { PoliteRegion } from './status-region.tsx';
import { takeOverFrame } from '../start/take-over.ts';

/** What a route may say of itself. A dialog is a route over its page: reaching it is not reaching another page. */
export interface RouteHandle {
  dialog?: boolean;
}

/** What every route has: the skip link, the announcements, and the care for focus and scroll when the page changes. */
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

// A plain jump to #main would be a navigation of the router's.
function skipToMain(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** Another page than before: its heading takes the focus and is said. A first load moves nothing, nor do search, order and page of a list. */
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

/** The path of the page on screen, whatever dialog lies over it. */
function usePagePath(): string {
  const matches = useMatches();
  const page = matches.findLast(({ handle }) => !(handle as RouteHandle | undefined)?.dialog); // handles are ours: routes.tsx
  return page?.pathname.replace(/(.)\/$/, '$1') ?? '';
}
