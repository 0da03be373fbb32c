import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { describeError, toApiError, type ApiError } from '../../api/errors.ts';
import { paths } from '../../app/paths.ts';
import type { Department } from '../../contract/departments.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { textLink } from '../../ui/text-link.ts';
import { useDialogMutation } from '../dialogs/queries.ts';
import { removeDepartmentOptions } from './queries.ts';
import { words } from './words.ts';

/** Asks before a department is deleted. The server refuses while it has members: its words are shown, and the way on. */
export default function DeleteDepartment({ department, onClose }: { department: Department; onClose: () => void }) {
  const remove = useDialogMutation(removeDepartmentOptions(useQueryClient()));
  const problem = remove.error && toApiError(remove.error);
  return (
    <AlertDialog
      title={words.removeTitle(department.name)}
      confirmLabel={words.removeConfirm}
      pending={remove.isPending}
      error={problem && <Refusal problem={problem} />}
      onConfirm={() => remove.mutate(department, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {words.removeText}
    </AlertDialog>
  );
}

function Refusal({ problem }: { problem: ApiError }) {
  return (
    <>
      <p>{describeError(problem)}</p>
      {problem.kind === 'validation' && (
        <>
          <p className="mt-2">{words.removeHint}</p>
          <Link to={paths.members} className={`${textLink} mt-2 inline-block`}>
            {words.toMembers}
          </Link>
        </>
      )}
    </>
  );
}
