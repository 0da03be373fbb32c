import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

/** The state of a navigation that no form may block: the session has ended, and its data is gone. */
export const forcedNavigation = { forced: true } as const;

export interface UnsavedChanges {
  /** The user wants to leave: ask for confirmation. */
  asking: boolean;
  keepEditing: () => void;
  discard: () => void;
  /** To be called once the changes are saved, before navigating: the user is then not asked. */
  saved: () => void;
}

/**
 * Blocks leaving a page with unsaved changes. A link or Back sets `asking` until the user decides; when the tab is closed, the
 * browser asks. Changing only the query string does not count as leaving. While the changes are being sent, the user may leave the
 * page without being asked, but not close the tab: the request continues, and the status region reports the outcome.
 */
export function useUnsavedChanges(dirty: boolean, sending = false): UnsavedChanges {
  const stored = useRef(false);
  const answered = useRef<unknown>(null);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !sending && !stored.current && currentLocation.pathname !== nextLocation.pathname && !isForced(nextLocation.state),
  );
  useEffect(() => {
    if (!dirty) return;
    stored.current = false;
    const ask = (event: BeforeUnloadEvent) => {
      if (!stored.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  // The router throws when a blocker is resolved twice, as by a double click.
  const answer = (give: (() => void) | undefined) => {
    if (answered.current !== blocker) give?.();
    answered.current = blocker;
  };
  return {
    asking: blocker.state === 'blocked',
    keepEditing: () => answer(blocker.reset),
    discard: () => answer(blocker.proceed),
    saved: () => (stored.current = true),
  };
}

// Compared by value: the state of a history entry is a copy.
function isForced(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'forced' in state && state.forced === true;
}
