import { useQueryClient } from '@tanstack/react-query';
import { listDepartments } from '../../api/departments.ts';
import type { Department } from '../../contract/departments.ts';
import { deleteDepartment } from '../../data/department-changes.ts';
import { selectedRows } from '../../jobs/selected-rows.ts';
import { useBulk } from '../../jobs/use-bulk.ts';
import { countText } from '../../lib/range-text.ts';
import type { SelectionProps } from '../../lists/list-definition.ts';
import { SelectionBar } from '../../lists/selection-bar.tsx';
import { confirm } from '../../stores/confirm.ts';
import { Button } from '../../ui/button.tsx';

const deleteText = (count: number) => `Delete ${countText(count, 'department', 'departments')}`;
const words = {
  remove: 'Delete…',
  text: 'They will be gone for everyone in your company; those that still have members are kept. This cannot be undone.',
};

/** What can be done with the selected departments. Loaded with the first selection. */
export default function DepartmentSelection({ selection, search, total }: SelectionProps<Department>) {
  const { chosen, count, settle } = selection;
  const client = useQueryClient();
  const bulk = useBulk();

  async function remove() {
    if (!(await confirm({ title: `${deleteText(count)}?`, text: words.text, confirmLabel: deleteText(count) }))) return;
    await bulk({
      title: deleteText,
      done: 'deleted',
      rows: selectedRows(chosen, { client, root: 'departments', call: listDepartments, search }),
      count,
      describe: ({ name }) => name,
      work: deleteDepartment,
      invalidates: [['departments']],
      onEnd: (done, rest) => settle(chosen, done, rest),
    });
  }

  return (
    <SelectionBar selection={selection} total={total}>
      <Button onClick={() => void remove()}>{words.remove}</Button>
    </SelectionBar>
  );
}
