import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { vi } from 'vitest';
import type { Session } from '../../src/session/types.ts';
import type * as app from '../../src/app/app.tsx';
import type * as cache from '../../src/app/cache.ts';
import { createAdmin, createMemberAccount, type Account } from './factories.ts';
import { testBackend, type TestBackend } from './test-backend.ts';
import { refuseIfOver } from './test-scope.ts';

interface Visit {
  /** The person at the screen, for typing and clicking. */
  user: UserEvent;
  /** Who is logged in. */
  account: Account | null;
  backend: TestBackend;
  /** The address that the browser shows, without the host. */
  address: () => string;
  /** The app's own parts, for what a person cannot do. */
  parts: ReturnType<typeof app.startApp> & Pick<typeof cache, 'queryClient'>;
}

type Who = 'admin' | 'member' | Account | null;

let open: { parts: Visit['parts']; session: Session } | null = null;

/**
 * Opens the app at an address, as a browser would: its real start, routes and session over the
 * real server. Every call is a new tab's first load; its modules start afresh.
 *
 * @param url path, search and hash
 * @param options `as`: who is logged in. `admin` and `member` are made for this visit, in a company of their own;
 *   an account of the factories is somebody with a past; null is a visitor.
 */
export async function renderAt(url: string, { as }: { as: Who }): Promise<Visit> {
  const backend = await testBackend();
  const account = await accountOf(as, backend);
  refuseIfOver();
  leaveApp();
  vi.resetModules();
  window.history.replaceState(null, '', url);
  const { session } = await import('../../src/session/client.ts');
  if (account !== null) await session.logIn(account);
  backend.requests.length = 0;

  const { startVisit } = await import('../../src/app/start/start-visit.ts');
  const { App, startApp } = await import('../../src/app/app.tsx');
  const { queryClient } = await import('../../src/app/cache.ts');
  refuseIfOver();
  startVisit();
  const parts = { queryClient, ...startApp() };
  open = { parts, session };
  const user = userEvent.setup();
  render(
    <StrictMode>
      <App router={parts.router} />
    </StrictMode>,
  );
  return { user, account, backend, parts, address: () => window.location.pathname + window.location.search + window.location.hash };
}

/** Ends the app that is open: an old one would go on listening to the window. */
export function leaveApp(): void {
  open?.parts.router.dispose();
  open?.parts.queryClient.clear();
  open?.session.dispose();
  open = null;
}

async function accountOf(who: Who, backend: TestBackend): Promise<Account | null> {
  if (who === 'admin') return createAdmin(backend);
  if (who === 'member') return createMemberAccount(await createAdmin(backend));
  return who;
}
