import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { adminRole } from '../../contract/auth.ts';
import { JobTrayHost } from '../../jobs/job-tray-host.tsx';
import { Palette } from '../../features/palette/palette.tsx';
import { meOptions } from '../../data/me.ts';
import { AccountMenu } from './account-menu.tsx';
import { Messages } from './messages.tsx';
import { NavigationDrawer } from './navigation-drawer.tsx';
import { Navigation } from './navigation.tsx';
import { SessionEnd } from './session-end.tsx';
import { useSession } from '../../session/use-session.ts';
import { Wordmark } from './wordmark.tsx';

/**
 * The signed-in pages. Nothing private is painted once the session is over: leaving the page takes a moment, and the
 * back/forward cache may bring it back as it was. One that ran out stays, since the same person may come back to it.
 */
export function Shell() {
  const state = useSession();
  return state.status === 'ended' && state.reason !== 'expired' ? null : <Frame />;
}

/** The frame of every signed-in page: the top bar, the "Main" navigation, and the page between. */
function Frame() {
  const me = useQuery(meOptions());
  // Until the role is known the pages of an admin are shown: nearly everybody is one, and the server decides anyhow.
  const isAdmin = me.data === undefined || me.data.role === adminRole;
  return (
    <div className="shell">
      <header className="shell-bar">
        <NavigationDrawer isAdmin={isAdmin} />
        <Wordmark />
        <Palette isAdmin={isAdmin} />
        <AccountMenu me={me.data} />
      </header>
      <div className="shell-side">
        <Navigation isAdmin={isAdmin} />
      </div>
      <main id="main" tabIndex={-1} className="shell-main">
        <Messages />
        <Outlet />
      </main>
      <JobTrayHost />
      <SessionEnd email={me.data?.email} />
    </div>
  );
}
