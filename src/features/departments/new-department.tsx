import { useState } from 'react';
import { useOutletContext } from 'react-router';
import { createDepartmentOptions } from '../../data/create-department.ts';
import { useCloseDialog, type ListOutlet } from '../../lists/use-close-dialog.ts';
import { useDialogMutation } from '../../lists/use-dialog-mutation.ts';
import { paths } from '../../paths.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DepartmentForm } from './department-form.tsx';
import { words } from './words.ts';

/** The dialog "Add department", a route over the list. */
export function Component() {
  const { onCreated } = useOutletContext<ListOutlet>();
  const close = useCloseDialog(paths.departments);
  const create = useDialogMutation(useState(createDepartmentOptions)[0]);

  async function save(newName: string) {
    const { id, name } = await create.mutateAsync(newName);
    onCreated({ id, name, search: name });
  }

  return (
    <Dialog title={words.add} onClose={close}>
      <DepartmentForm title={words.add} submit={words.add} name="" onSave={save} onClose={close} />
    </Dialog>
  );
}
