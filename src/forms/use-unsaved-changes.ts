import { useEffect, useLayoutEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { confirm, type Question } from '../stores/confirm.ts';
import { announcePolitely } from '../stores/status.ts';

/** A navigation that no form may hold up carries this state: the session has ended, and its data is gone. */
export const forcedNavigation = { forced: true } as const;

const discardChanges: Question = {
  title: 'Discard changes?',
  text: 'What you have changed here is not saved.',
  confirmLabel: 'Discard',
  cancelLabel: 'Keep editing',
};

interface UnsavedOptions {
  /** The changes are being sent: the page stays, because it shows the outcome. */
  sending?: boolean;
  question?: Question;
}

/**
 * Asks before a page with unsaved changes is left: by a link or Back in a dialog of ours, by closing the tab in the
 * browser's. A change of the search alone leaves nothing. While the changes are being sent the page cannot be left at all.
 *
 * @returns a function to call when the changes are stored, before navigating: the next leave is silent
 */
export function useUnsavedChanges(dirty: boolean, { sending = false, question = discardChanges }: UnsavedOptions = {}): () => void {
  const stored = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      (dirty || sending) && !stored.current && currentLocation.pathname !== nextLocation.pathname && !isForced(nextLocation.state),
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
  const latest = useRef({ blocker, sending, question });
  useLayoutEffect(() => {
    latest.current = { blocker, sending, question };
  });
  const held = blocker.state === 'blocked';
  useEffect(() => {
    if (!held) return;
    if (latest.current.sending) {
      announcePolitely('Still sending');
      latest.current.blocker.reset?.();
      return;
    }
    let current = true;
    void confirm(latest.current.question).then((discard) => {
      if (current) (discard ? latest.current.blocker.proceed : latest.current.blocker.reset)?.();
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
