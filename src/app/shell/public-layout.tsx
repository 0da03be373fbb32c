import { Outlet } from 'react-router';
import { Messages } from './messages.tsx';
import { preloadFirstPage } from '../preload.ts';
import { paths } from '../../paths.ts';
import { Wordmark } from './wordmark.tsx';

/** The layout of the pages for visitors: one centred column, no navigation. */
export function PublicLayout() {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-12 sm:py-24">
      <header className="mb-8 w-full max-w-[380px]">
        <Wordmark />
      </header>
      <main id="main" tabIndex={-1} onInput={preloadOnLogIn} className="flex w-full max-w-[380px] flex-col gap-6">
        <Messages />
        <Outlet />
      </main>
    </div>
  );
}

/** Who types on the log-in page is about to log in. */
function preloadOnLogIn(): void {
  if (window.location.pathname === paths.login) preloadFirstPage();
}
