import { lazy, useSyncExternalStore } from 'react';
import { Deferred } from '../ui/deferred.tsx';
import { isTrayWanted, subscribeWanted } from './wanted.ts';

const JobTray = lazy(() => import('./job-tray.tsx'));

/** Loads and shows the tray once there is a first job. */
export function JobTrayHost() {
  const wanted = useSyncExternalStore(subscribeWanted, isTrayWanted, isTrayWanted);
  if (!wanted) return null;
  return (
    <Deferred>
      <JobTray />
    </Deferred>
  );
}
