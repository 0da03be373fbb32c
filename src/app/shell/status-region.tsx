import { useDeferredValue, useState } from 'react';
import { dismissStatus, status } from '../../stores/status.ts';
import { useStore } from '../../stores/use-store.ts';
import { Button } from '../../ui/button.tsx';
import { StatusMessage } from '../../ui/status-message.tsx';
import { announceError } from '../../data/announce-error.ts';

/** Announcements for screen readers only. */
export function PoliteRegion() {
  const { polite } = useStore(status);
  return (
    <div role="log" data-live-announcer="true" aria-live="polite" aria-atomic="true" aria-label="Announcements" className="sr-only">
      {polite}
    </div>
  );
}

/** Undoes what the message beside it reports. `undo` reports its own success; a failure is reported here. */
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

// The button that was pressed disappears with its message, so the focus has to move.
function focusHeading(): void {
  document.getElementById('page-title')?.focus();
}

/** The status region: the latest message, until it is dismissed or the page changes. */
export function StatusRegion() {
  const current = useStore(status).message;
  // A live region announces changes only: on a new page it has to be there before its text is.
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
