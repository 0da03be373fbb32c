import { useOutletContext } from 'react-router';
import { paths } from '../../paths.ts';
import { useCloseDialog, type ListOutlet } from '../../lists/use-dialog-route.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDialogMutation } from '../../lists/use-row.ts';
import { DepartmentForm } from './department-form.tsx';
import { createDepartmentOptions } from '../../data/department-changes.ts';
import { words } from './words.ts';

/** The dialog "Add department", a route over the list. */
export function Component() {
  const { onCreated } = useOutletContext<ListOutlet>();
  const close = useCloseDialog(paths.departments);
  const create = useDialogMutation(createDepartmentOptions());

  async function save(name: string, leave: () => void) {
    const department = await create.mutateAsync(name);
    leave();
    onCreated({ id: department.id, name: department.name, search: department.name });
    close();
  }

  return (
    <Dialog title={words.add} onClose={close}>
      <DepartmentForm title={words.add} submit={words.add} name="" onSave={save} onCancel={close} />
    </Dialog>
  );
}
