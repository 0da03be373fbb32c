import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { adminRole } from '../../contract/auth.ts';
import { JobTrayHost } from '../../jobs/job-tray-host.tsx';
import { Palette } from '../../features/palette/palette.tsx';
import { meOptions } from '../../data/me.ts';
import { entriesFor } from './navigation-entries.ts';
import { AccountMenu } from './account-menu.tsx';
import { Messages } from './messages.tsx';
import { NavigationDrawer } from './navigation-drawer.tsx';
import { Navigation } from './navigation.tsx';
import { SessionEnd } from './session-end.tsx';
import { useSession } from '../../session/use-session.ts';
import { ClockOffsets } from '../../ui/timestamp.tsx';
import { useClockOffsets } from '../../ui/use-clock-offsets.ts';
import { Wordmark } from './wordmark.tsx';

/**
 * The logged-in pages. Nothing private is rendered once the session has ended: leaving the page takes a moment, and the
 * back/forward cache may restore it. When the session has only expired the page stays, since the same user may resume it.
 */
export function Component() {
  const state = useSession();
  return state.status === 'ended' && state.reason !== 'expired' ? null : <Frame />;
}

/** The layout of every logged-in page: the top bar, the "Main" navigation and the page. */
function Frame() {
  const me = useQuery(meOptions());
  const offsets = useClockOffsets();
  // Until the role is known, the user is treated as an admin: almost every user is one, and the server enforces it anyway.
  const isAdmin = me.data === undefined || me.data.role === adminRole;
  return (
    <div className="shell">
      <header className="shell-bar">
        <NavigationDrawer isAdmin={isAdmin} />
        <Wordmark />
        <Palette isAdmin={isAdmin} pages={[...(isAdmin ? entriesFor('admin') : []), ...entriesFor('user')]} />
        <AccountMenu me={me.data} />
      </header>
      <div className="shell-side">
        <Navigation isAdmin={isAdmin} />
      </div>
      <main id="main" tabIndex={-1} className="shell-main">
        <Messages />
        <ClockOffsets value={offsets}>
          <Outlet />
        </ClockOffsets>
      </main>
      <JobTrayHost />
      <SessionEnd email={me.data?.email} />
    </div>
  );
}
