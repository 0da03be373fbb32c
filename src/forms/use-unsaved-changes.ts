import { useEffect, useLayoutEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { confirm } from '../stores/confirm.ts';

/** A navigation that no form may hold up carries this state: the session has ended, and its data is gone. */
export const forcedNavigation = { forced: true } as const;

const question = {
  title: 'Discard changes?',
  text: 'What you have changed here is not saved.',
  confirmLabel: 'Discard',
  cancelLabel: 'Keep editing',
};

/**
 * Asks before a page with unsaved changes is left: by a link or Back in a dialog of ours, by closing the tab in the
 * browser's. A change of the search alone leaves nothing. While the changes are being sent one may leave the page, though
 * not the tab: the request goes on, and its outcome is said.
 *
 * @returns a function to call when the changes are stored, before navigating: the next leave is silent
 */
export function useUnsavedChanges(dirty: boolean, sending = false): () => void {
  const stored = useRef(false);
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

  // The router makes a new blocker when another navigation is held up while the question is open: that one is answered.
  const latest = useRef(blocker);
  useLayoutEffect(() => {
    latest.current = blocker;
  });
  const held = blocker.state === 'blocked';
  useEffect(() => {
    if (!held) return;
    let current = true;
    void confirm(question).then((discard) => {
      if (current) (discard ? latest.current.proceed : latest.current.reset)?.();
    });
    return () => {
      current = false;
    };
  }, [held]);

  return () => {
    stored.current = true;
  };
}

// By value: a history entry's state is a copy.
function isForced(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'forced' in state && state.forced === true;
}
