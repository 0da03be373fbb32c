import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

/** A navigation that no form may hold up carries this state: the session has ended, and its data is gone. */
export const forcedNavigation = { forced: true } as const;

export interface UnsavedChanges {
  /** Somebody wants to leave: ask. */
  asking: boolean;
  keepEditing: () => void;
  discard: () => void;
  /** To be called when the changes are stored, before navigating: the next leave is silent. */
  saved: () => void;
}

/**
 * Holds up leaving a page with unsaved changes: a link and Back are `asking` until they are answered; closing the tab
 * is asked by the browser. A change of the search alone is no leave. While the changes are being sent one may leave the
 * page, though not the tab: the request goes on, and what became of it is said.
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
  // The router takes no second answer to one question, such as that of a double click.
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

// By value: a history entry's state is a copy.
function isForced(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'forced' in state && state.forced === true;
}
