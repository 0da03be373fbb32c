import type { SubmitEvent } from 'react';
import type { Department } from '../../contract/departments.ts';
import type { Member } from '../../contract/members.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { words } from './department-words.ts';
import { useMoveMembers } from './move-members.ts';
import { TargetField, useTarget } from './target-field.tsx';

interface MoveDialogProps {
  department: Department;
  members: readonly Member[];
  onClose: () => void;
}

/** Asks where all members of a department go; the moving itself is a job in the tray. */
export default function MoveDialog({ department, members, onClose }: MoveDialogProps) {
  const move = useMoveMembers();
  const { chosen, field } = useTarget(department);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const to = chosen();
    if (to === null) return;
    void move({ from: department, to, members });
    onClose();
  }

  return (
    <Dialog title={words.moveTitle(department.name)} onClose={onClose}>
      <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
        <p className="text-muted">{words.moveText}</p>
        <TargetField {...field} />
        <div className="mt-2 flex flex-wrap justify-end gap-2 max-sm:*:grow">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary">
            {words.move(members.length)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
