import './app.css';
import { createBrowserRouter, type DataRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { session } from '../session/client.ts';
import { forcedNavigation } from '../forms/use-unsaved-changes.ts';
import { createRoutes } from './routes.tsx';
import { oneTimeEntry } from './start/start-entry.ts';
import { watchSession } from './watch-session.ts';

interface Parts {
  router: DataRouter;
}

/** Makes the app's parts for this browser tab; the session has been started (`startVisit`). To be called once. */
export function startApp(): Parts {
  const router = createBrowserRouter(createRoutes());
  watchSession(session, (path) => void router.navigate(path, { state: forcedNavigation }));
  // A djoser link with a hash, pasted into this tab, changes only the hash.
  window.addEventListener('hashchange', () => {
    const entry = oneTimeEntry(window.location);
    if (entry) void router.navigate(entry.to, { replace: true, state: entry.state });
  });
  window.addEventListener('click', ignoreRepeated, true);
  window.addEventListener('keydown', ignoreComposing, true);
  return { router };
}

// The second click of a double one comes before the page shows where the first has led: the router would go there once
// more, and Back, or Cancel, would have to be pressed twice.
function ignoreRepeated(event: MouseEvent) {
  const link = event.detail > 1 && event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.href === window.location.href) event.preventDefault();
}

// A key that an input method (for Japanese, Chinese, Korean, …) has used is none of the app's: Enter and Escape end a
// composition. In Safari it has ended before that key's event, which only its code tells apart (WebKit bug 165004).
function ignoreComposing(event: KeyboardEvent) {
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other sign of it in Safari
  if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
}

export function App({ router }: Parts) {
  return <RouterProvider router={router} />;
}
