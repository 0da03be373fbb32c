import type { QueryClient } from '@tanstack/react-query';
import type { Session, SessionState } from '../api/session.ts';
import { paths } from './paths.ts';
import { isLoggedIn } from './session-hooks.ts';

/**
 * Keeps the cache and the page in step with the session: one session's data never outlives it. A session that ran out
 * keeps the page, since the same person may come back to it (`SessionEnd` asks).
 */
export function watchSession(session: Session, queryClient: QueryClient, navigate: (path: string) => void): () => void {
  let before = session.getState();
  return session.subscribe(() => {
    const state = session.getState();
    const last = before;
    before = state;
    if (state === last) return;
    if (isLoggedIn(state)) resume(last, state, queryClient);
    if (state.status === 'anonymous') forget(queryClient);
    if (state.status !== 'ended' || state.reason === 'expired') return;
    forget(queryClient);
    navigate(paths.login);
  });
}

/** Back in the same session: what failed meanwhile is read again. Another one: nothing of the old is kept. */
function resume(last: SessionState, state: SessionState, queryClient: QueryClient): void {
  if (last.status === 'booting') return; // the first page's requests are under way for this very session
  const same = 'userId' in last && 'userId' in state && last.userId === state.userId;
  if (!same) forget(queryClient);
  else if (last.status !== 'active' && state.status === 'active') void queryClient.invalidateQueries();
}

function forget(queryClient: QueryClient): void {
  void queryClient.cancelQueries();
  queryClient.clear();
}
