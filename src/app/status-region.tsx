import { useEffect, useState, useSyncExternalStore } from 'react';
import { dismissStatus, getStatus, subscribeStatus } from '../lib/status.ts';
import { StatusMessage } from '../ui/status-message.tsx';

/** What screen readers alone are told. */
export function PoliteRegion() {
  const { polite } = useSyncExternalStore(subscribeStatus, getStatus);
  return (
    <div role="log" aria-live="polite" aria-atomic="true" aria-label="Announcements" className="sr-only">
      {polite}
    </div>
  );
}

/** The status region: the last message, until it is dismissed or another page is reached. */
export function StatusRegion() {
  const { message } = useSyncExternalStore(subscribeStatus, getStatus);
  // A live region speaks of what changes in it: on a new page it has to be there before its text is.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return <StatusMessage message={ready ? message?.text : null} tone={message?.tone} onDismiss={dismissStatus} />;
}
