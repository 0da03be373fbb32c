import { QueryClientProvider } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { forgetFailures, queryClient } from './cache.ts';
import { BeforeRetry } from './before-retry.ts';
import { Confirmation } from './shell/confirmation.tsx';

/** Gives the cache to every page that reads or changes data of the server's: all but the log-in page. */
export function Component() {
  return (
    <QueryClientProvider client={queryClient}>
      <BeforeRetry value={forgetFailures}>
        <Outlet />
        <Confirmation />
      </BeforeRetry>
    </QueryClientProvider>
  );
}
