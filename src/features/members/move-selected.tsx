import { DepartmentField } from '../../forms/department-field.tsx';
import { MoveDialog } from '../../forms/move-dialog.tsx';
import type { MoveTarget } from '../../forms/use-target.ts';
import { bulkWords as words } from './bulk-words.ts';

interface MoveSelectedProps {
  count: number;
  onMove: (to: MoveTarget) => void;
  onClose: () => void;
}

/** Asks which department the selected members go to. */
export default function MoveSelected({ count, onMove, onClose }: MoveSelectedProps) {
  return (
    <MoveDialog title={words.moveTitle(count)} submit={words.moveConfirm(count)} missing={words.departmentMissing} onMove={onMove} onClose={onClose}>
      {(field) => <DepartmentField name="department" {...field} />}
    </MoveDialog>
  );
}
