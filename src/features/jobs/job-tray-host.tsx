import { lazy, Suspense, useSyncExternalStore } from 'react';
import { isTrayWanted, subscribeWanted } from './wanted.ts';

const JobTray = lazy(() => import('./job-tray.tsx'));

/** The tray's place in the frame; its code comes with the first job. */
export function JobTrayHost() {
  const wanted = useSyncExternalStore(subscribeWanted, isTrayWanted, isTrayWanted);
  if (!wanted) return null;
  return (
    <Suspense>
      <JobTray />
    </Suspense>
  );
}
