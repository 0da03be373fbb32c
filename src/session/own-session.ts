import { session } from './client.ts';

interface Watch {
  /** The session is over for good, or somebody else's now: nothing of it may be kept. */
  over: () => void;
  /** Requests can be made again, after a pause. */
  back?: () => void;
}

/** Tells what becomes of the present session. One that ran out is only paused: the same person may come back to it. */
export function watchOwnSession({ over, back }: Watch): () => void {
  let last = session.getState();
  const owner = 'userId' in last ? last.userId : null;
  return session.subscribe(() => {
    const before = last;
    last = session.getState();
    const same = 'userId' in last && last.userId === owner;
    if (!same || (last.status === 'ended' && last.reason !== 'expired')) over();
    else if (last.status === 'active' && before.status !== 'active') back?.();
  });
}

/** The user whose session this is. Null when nobody is logged in. */
export function ownUserId(): string | null {
  const state = session.getState();
  return 'userId' in state ? state.userId : null;
}
