import type { Department } from '../../contract/departments.ts';
import type { Member } from '../../contract/members.ts';
import { MoveDialog } from '../../forms/move-dialog.tsx';
import { words } from './department-words.ts';
import { TargetField } from './target-field.tsx';
import { useMoveMembers } from './use-move-members.ts';

interface MoveAllProps {
  department: Department;
  members: readonly Member[];
  onClose: () => void;
}

/** Asks where all members of a department go, and moves them. */
export default function MoveAll({ department, members, onClose }: MoveAllProps) {
  const move = useMoveMembers();
  return (
    <MoveDialog
      title={words.moveTitle(department.name)}
      submit={words.move(members.length)}
      missing={words.chooseOther}
      onMove={(to) => void move({ from: department, to, members })}
      onClose={onClose}
    >
      {(field) => <TargetField from={department} {...field} />}
    </MoveDialog>
  );
}
