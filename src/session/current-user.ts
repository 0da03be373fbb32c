import { session } from './client.ts';

interface Watch {
  /** The session has ended for good, or another user has logged in: nothing of the user's may be kept. */
  onEnd: () => void;
  /** Requests can be made again after an interruption. */
  onResume?: () => void;
}

/**
 * Watches the session of the user who is logged in now. One that has expired is only interrupted: the same user may resume it.
 * @returns a function that stops watching
 */
export function watchCurrentUser({ onEnd, onResume }: Watch): () => void {
  const userId = currentUserId();
  let last = session.getState();
  return session.subscribe(() => {
    const before = last;
    last = session.getState();
    if (currentUserId() !== userId || (last.status === 'ended' && last.reason !== 'expired')) onEnd();
    else if (last.status === 'active' && before.status !== 'active') onResume?.();
  });
}

/** The id of the user whose session this is, also after it has ended; null while nobody has logged in. */
export function currentUserId(): string | null {
  const state = session.getState();
  return 'userId' in state ? state.userId : null;
}
