import { Outlet } from 'react-router';
import { Messages } from './messages.tsx';
import { Wordmark } from './wordmark.tsx';

/** The frame of the pages for visitors: one centred column, no navigation. */
export function PublicLayout() {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-12 sm:py-24">
      <header className="mb-8">
        <Wordmark />
      </header>
      <main id="main" tabIndex={-1} className="flex w-full max-w-[380px] flex-col gap-6">
        <Messages />
        <Outlet />
      </main>
    </div>
  );
}
