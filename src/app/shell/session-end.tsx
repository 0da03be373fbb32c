import { lazy } from 'react';
import { Deferred } from '../../ui/deferred.tsx';
import { useSession } from '../../session/use-session.ts';

// The overlay library comes with it: only when a session has ended under somebody's hands.
const ReauthenticateDialog = lazy(() => import('./reauthenticate-dialog.tsx'));

/** Asks for the password again when the session ran out, over the page and what is half filled in on it. */
export function SessionEnd({ email }: { email: string | undefined }) {
  const state = useSession();
  if (state.status !== 'ended' || state.reason !== 'expired') return null;
  return (
    <Deferred>
      <ReauthenticateDialog email={email} />
    </Deferred>
  );
}
