import { useSyncExternalStore } from 'react';
import { session } from './client.ts';
import type { SessionState } from './types.ts';

/** The session's state; re-renders the component when it changes. */
export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.getState);
}
