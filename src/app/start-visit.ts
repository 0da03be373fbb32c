import type { QueryClient } from '@tanstack/react-query';
import { session } from '../api/client.ts';
import { startRequests } from './first-requests.ts';
import { createQueryClient } from './query-client.ts';
import { hideOneTimeLink } from './start-entry.ts';

/** Starts what needs no React: who is logged in, and the first page's requests. Answers the cache that they go into. */
export function startVisit(): QueryClient {
  hideOneTimeLink();
  void session.boot();
  const queryClient = createQueryClient();
  startRequests(queryClient, session, new URL(window.location.href));
  return queryClient;
}
