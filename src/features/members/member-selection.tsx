import { lazy, useEffect, useState } from 'react';
import type { Selection } from '../../lists/use-selection.ts';
import { Button } from '../../ui/button.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { SelectionBar } from '../../lists/selection-bar.tsx';
import { useBulkMembers } from './bulk-members.ts';
import type { MemberRow } from './use-member-rows.ts';
import { bulkWords as words } from './bulk-words.ts';

const loadAlert = () => import('../../ui/alert-dialog.tsx');
const loadMove = () => import('./move-selected.tsx');
const AlertDialog = lazy(async () => ({ default: (await loadAlert()).AlertDialog }));
const MoveSelected = lazy(loadMove);

interface MemberSelectionProps {
  selection: Selection<MemberRow>;
  search: string;
  total: number;
}

/** What can be done with the selected members. Loaded with the first selection. */
export default function MemberSelection({ selection, search, total }: MemberSelectionProps) {
  const { count, selectAll, clear } = selection;
  const [asking, setAsking] = useState<'move' | 'delete' | null>(null);
  const { remove, move } = useBulkMembers(selection, search);
  const close = () => setAsking(null);

  useEffect(() => {
    // A failure is met again, and shown, when the dialog is opened.
    Promise.all([loadAlert(), loadMove()]).catch(() => undefined);
  }, []);

  return (
    <>
      <SelectionBar count={count} total={total} onSelectAll={selectAll} onClear={clear}>
        <Button onClick={() => setAsking('move')}>{words.move}</Button>
        <Button onClick={() => setAsking('delete')}>{words.remove}</Button>
      </SelectionBar>
      {asking === 'move' && (
        <Deferred>
          <MoveSelected count={count} onMove={move} onClose={close} />
        </Deferred>
      )}
      {asking === 'delete' && (
        <Deferred>
          <AlertDialog
            title={words.removeTitle(count)}
            confirmLabel={words.removeConfirm(count)}
            onConfirm={() => {
              remove();
              close();
            }}
            onCancel={close}
          >
            {words.removeText(count)}
          </AlertDialog>
        </Deferred>
      )}
    </>
  );
}
