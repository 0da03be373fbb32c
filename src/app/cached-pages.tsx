import { QueryClientProvider, useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { queryClient } from './cache.ts';
import { ErrorPage } from './error-page.tsx';
import { Confirmation } from './shell/confirmation.tsx';

/** Gives the cache to every page that reads or changes data of the server's: all but the log-in page. */
export function Component() {
  return (
    <QueryClientProvider client={queryClient}>
      <Outlet />
      <Confirmation />
    </QueryClientProvider>
  );
}

/** The error page of pages that read: Retry asks for what has failed again. */
export function ErrorBoundary() {
  const { reset } = useQueryErrorResetBoundary();
  return <ErrorPage onRetry={reset} />;
}
