import { session } from './client.ts';

interface Watch {
  /** The user has left for good, or somebody else has logged in: nothing of theirs may be kept. */
  over: () => void;
  /** Requests can be made again after a pause. */
  back?: () => void;
}

/**
 * Watches the session of whoever is logged in now. One that has expired is only paused: the same user may log in again.
 * @returns a function that stops watching
 */
export function watchCurrentUser({ over, back }: Watch): () => void {
  const userId = currentUserId();
  let last = session.getState();
  return session.subscribe(() => {
    const before = last;
    last = session.getState();
    if (currentUserId() !== userId || (last.status === 'ended' && last.reason !== 'expired')) over();
    else if (last.status === 'active' && before.status !== 'active') back?.();
  });
}

/** The id of the user whose session this is, also after it has ended; null while nobody has logged in. */
export function currentUserId(): string | null {
  const state = session.getState();
  return 'userId' in state ? state.userId : null;
}
