import { session } from '../../session/client.ts';
import { hideOneTimeLink } from './start-entry.ts';

/**
 * Starts what needs no React: who is logged in, and the first page's requests. While a new token is being fetched they wait
 * for it by themselves.
 */
export function startVisit(): void {
  hideOneTimeLink();
  void session.boot();
  const { status } = session.getState();
  if (status === 'anonymous' || status === 'ended') return;
  const address = new URL(window.location.href);
  import('./first-requests.ts')
    .then(({ startRequests }) => startRequests(address))
    .catch(() => undefined); // met again, and shown, by the page's own loader
}
