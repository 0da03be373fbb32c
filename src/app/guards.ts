import { redirect } from 'react-router';
import { session } from '../session/client.ts';
import { safeNext } from '../lib/next-path.ts';
import { isLoggedIn } from '../session/logged-in.ts';
import { paths } from '../paths.ts';

/** Waits for the stored session at the first navigation. One that has ended since is not taken up again behind anybody's back. */
async function sessionState() {
  if (session.getState().status === 'booting') await session.boot();
  return session.getState();
}

/** A loader for private routes: a visitor who is not logged in goes to the log-in page, and comes back afterwards. */
export async function requireSession({ request }: { request: Request }): Promise<Response | null> {
  if (isLoggedIn(await sessionState())) return null;
  return redirect(loginPath(new URL(request.url)));
}

/** A loader for log-in and sign-up: who is logged in already goes on to `next`. */
export async function skipWhenLoggedIn({ request }: { request: Request }): Promise<Response | null> {
  if (!isLoggedIn(await sessionState())) return null;
  return redirect(safeNext(new URL(request.url).searchParams.get('next') ?? paths.overview));
}

/** The log-in page's address with the way back to where the visitor was. */
export function loginPath(from: { pathname: string; search: string }): string {
  const here = from.pathname + from.search;
  return here === paths.overview ? paths.login : `${paths.login}?next=${encodeURIComponent(here)}`;
}
