import { session } from '../session/client.ts';
import type { SessionState } from '../session/types.ts';
import { isLoggedIn } from '../session/logged-in.ts';
import { cancelQuestions } from '../stores/confirm.ts';
import { createQueryClient } from './query-client.ts';

/** This tab's cache of what the server has answered. The log-in page reads nothing, and is spared the library. */
export const queryClient = createQueryClient();

// In step with the session: one session's data never outlives it. A session that ran out keeps them, since the same person
// may come back to it.
let before = session.getState();
session.subscribe(() => {
  const state = session.getState();
  const last = before;
  before = state;
  if (state === last) return;
  if (isLoggedIn(state)) resume(last, state);
  if (state.status === 'anonymous') forget();
  if (state.status === 'ended' && state.reason !== 'expired') forget();
});

/** Back in the same session: what failed meanwhile is read again. Another one: nothing of the old is kept. */
function resume(last: SessionState, state: SessionState): void {
  if (last.status === 'booting') return; // the first page's requests are under way for this very session
  const same = 'userId' in last && 'userId' in state && last.userId === state.userId;
  if (!same) forget();
  else if (last.status !== 'active' && state.status === 'active') void queryClient.invalidateQueries();
}

/** Asks again for what has failed: at once where it is on screen, and otherwise when its page comes. */
export function forgetFailures(): void {
  void queryClient.resetQueries({ predicate: ({ state }) => state.status === 'error' });
}

function forget(): void {
  cancelQuestions();
  void queryClient.cancelQueries();
  queryClient.clear();
}
