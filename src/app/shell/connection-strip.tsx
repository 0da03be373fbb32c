import { useEffect, useState, useSyncExternalStore } from 'react';
import { session } from '../../session/client.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSession } from '../../session/use-session.ts';

/** Shown while the browser is offline or the server cannot be reached. */
export function ConnectionStrip() {
  const state = useSession();
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  const unreachable = state.status === 'degraded';
  const seconds = useSecondsUntil(unreachable ? state.retryAt : null);
  const text = !online
    ? 'You are offline. What is on screen may be old, and changes cannot be saved until you are back.'
    : unreachable
      ? `Cannot reach the server. ${seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying again…'}`
      : '';
  return (
    <div className={text === '' ? undefined : 'message connection-strip'}>
      {/* The countdown is only visual: a live region that changes every second would be announced every second. */}
      <span aria-live="polite" className="sr-only">
        {!online ? text : unreachable ? 'Cannot reach the server. Trying again.' : ''}
      </span>
      <span aria-hidden={text !== '' || undefined}>{text}</span>
      {unreachable && online && (
        <Button variant="quiet" onClick={session.retry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** Says that this browser stores nothing for the app, so that a reload will ask for the password again. */
export function StorageNotice() {
  useSession();
  if (!session.storageBlocked) return null;
  return <Notice tone="warn" className="message">This browser blocks storage for this site. You can work, but a reload or a new tab will ask you to log in again.</Notice>;
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** A countdown: whole seconds until `time` (milliseconds since the epoch); 0 without one. */
function useSecondsUntil(time: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (time === null) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [time]);
  return time === null ? 0 : Math.max(0, Math.ceil((time - now) / 1000));
}
