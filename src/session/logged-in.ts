import type { SessionState } from './types.ts';

/** Whether this tab has tokens, usable now or once the server can be reached again. */
export function isLoggedIn(state: SessionState): boolean {
  return state.status === 'active' || state.status === 'degraded';
}
