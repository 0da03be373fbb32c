import { lazy, useEffect, useState } from 'react';
import type { Department } from '../../contract/departments.ts';
import { countText } from '../../lib/range-text.ts';
import type { Selection } from '../../lists/use-selection.ts';
import { Button } from '../../ui/button.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { SelectionBar } from '../../lists/selection-bar.tsx';
import { useBulk, type BulkPlan } from '../../jobs/use-bulk.ts';
import { largestPage, readPage } from '../../data/lists.ts';
import { listDepartments } from '../../api/departments.ts';
import { deleteDepartment } from '../../data/department-changes.ts';

const loadAlert = () => import('../../ui/alert-dialog.tsx');
const AlertDialog = lazy(async () => ({ default: (await loadAlert()).AlertDialog }));

const deleteText = (count: number) => `Delete ${countText(count, 'department', 'departments')}`;
const words = {
  remove: 'Delete…',
  text: 'They will be gone for everyone in your company; those that still have members are kept. This cannot be undone.',
};

interface DepartmentSelectionProps {
  selection: Selection<Department>;
  search: string;
  total: number;
}

/** What can be done with the selected departments. Loaded with the first selection. */
export default function DepartmentSelection({ selection, search, total }: DepartmentSelectionProps) {
  const { chosen, count, selectAll, clear, settle } = selection;
  const [asking, setAsking] = useState(false);
  const bulk = useBulk();

  useEffect(() => {
    // A failure is met again, and shown, when the dialog is opened.
    loadAlert().catch(() => undefined);
  }, []);

  function remove() {
    setAsking(false);
    void bulk({
      title: deleteText,
      done: 'deleted',
      rows: selectedRows(selection, search),
      count,
      describe: ({ name }) => name,
      work: deleteDepartment,
      invalidates: [['departments']],
      onEnd: (done, rest) => settle(chosen, done, rest),
    });
  }

  return (
    <>
      <SelectionBar count={count} total={total} onSelectAll={selectAll} onClear={clear}>
        <Button onClick={() => setAsking(true)}>{words.remove}</Button>
      </SelectionBar>
      {asking && (
        <Deferred>
          <AlertDialog title={`${deleteText(count)}?`} confirmLabel={deleteText(count)} onConfirm={remove} onCancel={() => setAsking(false)}>
            {words.text}
          </AlertDialog>
        </Deferred>
      )}
    </>
  );
}

function selectedRows({ chosen }: Selection<Department>, search: string): BulkPlan<Department>['rows'] {
  if (chosen.kind === 'some') return [...chosen.rows.values()];
  return { except: chosen.except, readPage: (page, signal) => readPage({ search, ordering: 'id', page, pageSize: largestPage }, listDepartments, signal) };
}
