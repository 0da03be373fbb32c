import type { Session } from '../session/types.ts';
import { paths } from '../paths.ts';

/** Leads to the log-in page when the session ends. One that ran out keeps the page: `SessionEnd` asks for the password over it. */
export function watchSession(session: Session, navigate: (path: string) => void): () => void {
  let before = session.getState();
  return session.subscribe(() => {
    const state = session.getState();
    const changed = state !== before;
    before = state;
    if (changed && state.status === 'ended' && state.reason !== 'expired') navigate(paths.login);
  });
}
