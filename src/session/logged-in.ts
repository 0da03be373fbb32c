import type { SessionState } from './session.ts';

/** Whether somebody is logged in as far as this tab knows: credentials are held, usable now or later. */
export function isLoggedIn(state: SessionState): boolean {
  return state.status === 'active' || state.status === 'degraded';
}
