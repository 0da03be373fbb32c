import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { describeError } from '../../http/error-words.ts';
import { ApiError, toApiError } from '../../http/errors.ts';
import { paths } from '../../paths.ts';
import type { Department } from '../../contract/departments.ts';
import { useDocumentTitle } from '../../stores/document-title.ts';
import { announce } from '../../stores/status.ts';
import { useCloseDialog } from '../../lists/use-dialog-route.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RowProblem, RowSearching } from '../../lists/row-status.tsx';
import { useDialogMutation, useRow } from '../../lists/use-row.ts';
import { listDepartments } from '../../api/departments.ts';
import { DepartmentForm } from './department-form.tsx';
import { renameDepartmentOptions } from '../../data/department-changes.ts';
import { words } from './words.ts';

/** The dialog "Rename department", a route over the list; on a hard load it first looks for the department. */
export function Component() {
  return <RenameDepartment back={paths.departments} />;
}

/** The same dialog over any page of the department's; `back` is what it makes way for when it was opened by its address. */
export function RenameDepartment({ back }: { back: string }) {
  const { id = '' } = useParams();
  const close = useCloseDialog(back);
  useDocumentTitle(words.renameTitle);
  const search = useRow<Department>('departments', id, listDepartments);
  return (
    <Dialog title={words.renameTitle} onClose={close}>
      {search.status === 'found' && <RenameForm department={search.row} onClose={close} />}
      {search.status === 'searching' && <RowSearching walk={search.walk} onCancel={close} />}
      {search.status === 'missing' && <RowProblem text={words.gone} onClose={close} />}
      {search.status === 'failed' && <RowProblem text={describeError(toApiError(search.error))} onRetry={search.retry} onClose={close} />}
    </Dialog>
  );
}

function RenameForm({ department, onClose }: { department: Department; onClose: () => void }) {
  const rename = useDialogMutation(renameDepartmentOptions(useQueryClient()));

  async function save(name: string, leave: () => void) {
    if (name === department.name) announce(words.unchanged);
    else await rename.mutateAsync({ id: department.id, name }).catch(explainGone);
    leave();
    onClose();
  }

  function explainGone(error: unknown): never {
    if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error;
    throw new ApiError('validation', { status: 404, messages: [words.goneWhileEditing(department.name)] });
  }

  return <DepartmentForm title={words.renameTitle} submit={words.save} name={department.name} onSave={save} onCancel={onClose} />;
}
