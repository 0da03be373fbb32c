import { Outlet } from 'react-router';
import { StatusRegion } from './status-region.tsx';
import { StorageNotice } from './connection-strip.tsx';

/** The frame of the pages for visitors: one centred column, no navigation. */
export function PublicLayout() {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-12 sm:py-24">
      <header className="mb-8 flex items-center gap-2 text-14 font-semibold">
        <img src="/favicon.svg" alt="" width={24} height={24} />
        Company admin
      </header>
      <main id="main" tabIndex={-1} className="flex w-full max-w-[380px] flex-col gap-6">
        <StatusRegion />
        <StorageNotice />
        <Outlet />
      </main>
    </div>
  );
}
