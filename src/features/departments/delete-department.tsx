import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { describeError } from '../../http/error-words.ts';
import { toApiError, type ApiError } from '../../http/errors.ts';
import { paths } from '../../paths.ts';
import type { Department } from '../../contract/departments.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { textLink } from '../../ui/text-link.ts';
import { useDialogMutation } from '../../lists/use-row.ts';
import { words as moveWords } from './department-words.ts';
import { useMoveMembers } from './move-members.ts';
import { removeDepartmentOptions } from '../../data/department-changes.ts';
import { TargetField, useTarget } from './target-field.tsx';
import { words } from './words.ts';

interface DeleteDepartmentProps {
  department: Department;
  onClose: () => void;
  /** Called instead of `onClose` when the department is gone. */
  onDeleted?: () => void;
}

/**
 * Asks before a department is deleted. The server refuses while it has members: its words are shown, and the way on, to
 * move them to another department and delete this one then, as a job in the tray.
 */
export default function DeleteDepartment({ department, onClose, onDeleted = onClose }: DeleteDepartmentProps) {
  const remove = useDialogMutation(removeDepartmentOptions(useQueryClient()));
  const problem = remove.error && toApiError(remove.error);
  return (
    <AlertDialog
      title={words.removeTitle(department.name)}
      confirmLabel={words.removeConfirm}
      pending={remove.isPending}
      error={problem && <Refusal problem={problem} department={department} onMove={onClose} />}
      onConfirm={() => remove.mutate(department, { onSuccess: onDeleted })}
      onCancel={onClose}
    >
      {words.removeText}
    </AlertDialog>
  );
}

function Refusal({ problem, department, onMove }: { problem: ApiError; department: Department; onMove: () => void }) {
  return (
    <>
      <p>{describeError(problem)}</p>
      {problem.kind === 'validation' && <MoveFirst department={department} onMove={onMove} />}
    </>
  );
}

function MoveFirst({ department, onMove }: { department: Department; onMove: () => void }) {
  const move = useMoveMembers();
  const { chosen, field } = useTarget(department);

  function start() {
    const to = chosen();
    if (to === null) return;
    void move({ from: department, to, thenDelete: true });
    onMove();
  }

  return (
    <div className="mt-2 flex flex-col items-start gap-3">
      <p>{moveWords.refusedHint}</p>
      <Link to={paths.department(department.id)} className={textLink} onClick={onMove}>
        {moveWords.showMembers}
      </Link>
      <div className="w-full">
        <TargetField {...field} />
      </div>
      <Button onClick={start}>{moveWords.moveAndDelete}</Button>
    </div>
  );
}
