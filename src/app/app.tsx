import './app.css';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, type DataRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { session } from '../api/client.ts';
import { forcedNavigation } from '../lib/use-unsaved-changes.ts';
import { createRoutes } from './routes.tsx';
import { oneTimeEntry } from './start-entry.ts';
import { watchSession } from './watch-session.ts';

interface Parts {
  queryClient: QueryClient;
  router: DataRouter;
}

/** Makes the app's parts for this browser tab; the session has been started (`startVisit`). To be called once. */
export function startApp(queryClient: QueryClient): Parts {
  const router = createBrowserRouter(createRoutes(queryClient));
  watchSession(session, queryClient, (path) => void router.navigate(path, { state: forcedNavigation }));
  // A djoser link with a hash, pasted into this tab, changes only the hash.
  window.addEventListener('hashchange', () => {
    const entry = oneTimeEntry(window.location);
    if (entry) void router.navigate(entry.to, { replace: true, state: entry.state });
  });
  return { queryClient, router };
}

export function App({ queryClient, router }: Parts) {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
