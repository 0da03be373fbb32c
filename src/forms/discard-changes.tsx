import { lazy } from 'react';
import { Deferred } from '../ui/deferred.tsx';

const AlertDialog = lazy(() => import('../ui/alert-dialog.tsx').then((module) => ({ default: module.AlertDialog })));

/** Asks for confirmation before unsaved changes are lost. */
export function DiscardChanges({ asking, onKeep, onDiscard }: { asking: boolean; onKeep: () => void; onDiscard: () => void }) {
  if (!asking) return null;
  return (
    <Deferred>
      <AlertDialog title="Discard changes?" confirmLabel="Discard" cancelLabel="Keep editing" tone="danger" onConfirm={onDiscard} onCancel={onKeep}>
        What you have changed here is not saved.
      </AlertDialog>
    </Deferred>
  );
}
