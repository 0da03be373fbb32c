import { lazy, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { importStore } from './import-store.ts';

const AlertDialog = lazy(() => import('../../ui/alert-dialog.tsx').then((module) => ({ default: module.AlertDialog })));

/** A button to leave this import for another one. Asks first if passwords that have not been downloaded would be lost. */
export function StartOver({ losesDetails, done }: { losesDetails: boolean; done: boolean }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => (losesDetails ? setAsking(true) : void importStore.startOver())}>{done ? 'Import another file' : 'Start over'}</Button>
      {asking && (
        <Deferred>
          <AlertDialog
            title="Leave without the log-in details?"
            confirmLabel="Leave without them"
            onConfirm={() => void importStore.startOver()}
            onCancel={() => setAsking(false)}
          >
            The passwords of the new members have not been downloaded, and are shown nowhere else.
          </AlertDialog>
        </Deferred>
      )}
    </>
  );
}
