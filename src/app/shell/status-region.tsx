import { useDeferredValue, useState, useSyncExternalStore } from 'react';
import { dismissStatus, getStatus, subscribeStatus } from '../../stores/status.ts';
import { Button } from '../../ui/button.tsx';
import { StatusMessage } from '../../ui/status-message.tsx';
import { announceError } from '../../data/announce-error.ts';

/** What screen readers alone are told. */
export function PoliteRegion() {
  const { polite } = useSyncExternalStore(subscribeStatus, getStatus);
  return (
    <div role="log" data-live-announcer="true" aria-live="polite" aria-atomic="true" aria-label="Announcements" className="sr-only">
      {polite}
    </div>
  );
}

/** Takes back what the message beside it tells of. Whoever offered it says what came of that; a failure is said here. */
function UndoButton({ undo }: { undo: () => Promise<void> }) {
  const [pending, setPending] = useState(false);
  async function run() {
    setPending(true);
    await undo().catch(announceError);
    setPending(false);
    focusHeading();
  }
  return (
    <Button variant="quiet" pending={pending} onClick={() => void run()}>
      Undo
    </Button>
  );
}

// The button that was pressed goes with its message: the focus must not go with it.
function focusHeading(): void {
  document.getElementById('page-title')?.focus();
}

/** The status region: the last message, until it is dismissed or another page is reached. */
export function StatusRegion() {
  const current = useSyncExternalStore(subscribeStatus, getStatus).message;
  // A live region speaks of what changes in it: on a new page it has to be there before its text is.
  const message = useDeferredValue(current, null);
  return (
    <StatusMessage
      message={message?.text}
      tone={message?.tone}
      action={message?.undo && <UndoButton key={message.text} undo={message.undo} />}
      onDismiss={() => {
        dismissStatus();
        focusHeading();
      }}
    />
  );
}
