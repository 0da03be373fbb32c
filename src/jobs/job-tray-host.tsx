import { lazy } from 'react';
import { useStore } from '../stores/use-store.ts';
import { Deferred } from '../ui/deferred.tsx';
import { trayWanted } from './wanted.ts';

const JobTray = lazy(() => import('./job-tray.tsx'));

/** Loads and shows the tray once there is a first job. */
export function JobTrayHost() {
  const wanted = useStore(trayWanted);
  if (!wanted) return null;
  return (
    <Deferred>
      <JobTray />
    </Deferred>
  );
}
