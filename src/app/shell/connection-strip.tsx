import { useSyncExternalStore } from 'react';
import { session } from '../../session/client.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useSession } from '../../session/use-session.ts';

const offlineText = 'You are offline. What is on screen may be old, and changes cannot be saved until you are back.';

/** Shown while the browser is offline or the server cannot be reached. */
export function ConnectionStrip() {
  const state = useSession();
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  const unreachable = state.status === 'degraded';
  return (
    <div className={online && !unreachable ? undefined : 'message connection-strip'}>
      {/* The countdown is only visual: a live region that changes every second would be announced every second. */}
      <span aria-live="polite" className="sr-only">
        {!online ? offlineText : unreachable ? 'Cannot reach the server. Trying again.' : ''}
      </span>
      {!online && <span aria-hidden="true">{offlineText}</span>}
      {online && unreachable && <Countdown until={state.retryAt} />}
      {unreachable && online && (
        <Button variant="quiet" onClick={session.retry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** How long it is `until` the next attempt (milliseconds since the epoch; null while none is planned). */
function Countdown({ until }: { until: number | null }) {
  const now = useNow();
  const seconds = until === null ? 0 : Math.ceil((until - now) / 1000);
  return <span aria-hidden="true">{seconds > 0 ? `Cannot reach the server. Trying again in ${seconds} s.` : 'Cannot reach the server. Trying again…'}</span>;
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
