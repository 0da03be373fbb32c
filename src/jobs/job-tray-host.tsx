import { lazy, useSyncExternalStore } from 'react';
import { Deferred } from '../ui/deferred.tsx';
import { isTrayWanted, subscribeWanted } from './wanted.ts';

const JobTray = lazy(() => import('./job-tray.tsx'));

/** The tray's place in the frame; its code comes with the first job. */
export function JobTrayHost() {
  const wanted = useSyncExternalStore(subscribeWanted, isTrayWanted, isTrayWanted);
  if (!wanted) return null;
  return (
    <Deferred>
      <JobTray />
    </Deferred>
  );
}
