import { lazy } from 'react';
import { Deferred } from '../../ui/deferred.tsx';
import { useSession } from '../../session/use-session.ts';

// Loads the overlay library, so it is imported only when a session has expired.
const ReauthenticateDialog = lazy(() => import('./reauthenticate-dialog.tsx'));

/** Asks for the password again when the session has expired, over the page and any half-completed form on it. */
export function SessionEnd({ email }: { email: string | undefined }) {
  const state = useSession();
  if (state.status !== 'ended' || state.reason !== 'expired') return null;
  return (
    <Deferred>
      <ReauthenticateDialog email={email} />
    </Deferred>
  );
}
