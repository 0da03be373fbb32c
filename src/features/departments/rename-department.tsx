import { useQueryClient } from '@tanstack/react-query';
import { listDepartments } from '../../api/departments.ts';
import type { Department } from '../../contract/departments.ts';
import { renameDepartmentOptions } from '../../data/department-changes.ts';
import { sayGone } from '../../forms/gone-meanwhile.ts';
import { RowDialog } from '../../lists/row-dialog.tsx';
import { useDialogMutation } from '../../lists/use-dialog-mutation.ts';
import { announce } from '../../stores/status.ts';
import { DepartmentForm } from './department-form.tsx';
import { words } from './words.ts';

/** The dialog "Rename department"; `back` is the page below when the dialog is opened by its address. */
export function RenameDepartment({ back }: { back: string }) {
  return (
    <RowDialog title={words.renameTitle} root="departments" call={listDepartments} back={back} gone={words.gone}>
      {(department, close) => <RenameForm department={department} onClose={close} />}
    </RowDialog>
  );
}

function RenameForm({ department, onClose }: { department: Department; onClose: () => void }) {
  const rename = useDialogMutation(renameDepartmentOptions(useQueryClient()));

  async function save(name: string) {
    if (name === department.name) announce(words.unchanged);
    else await rename.mutateAsync({ id: department.id, name }).catch(sayGone(words.goneWhileEditing(department.name)));
  }

  return <DepartmentForm title={words.renameTitle} submit={words.save} id={department.id} name={department.name} onSave={save} onClose={onClose} />;
}
