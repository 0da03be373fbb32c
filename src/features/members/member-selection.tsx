import { lazy, useEffect, useState } from 'react';
import type { Member } from '../../contract/members.ts';
import type { SelectionProps } from '../../lists/list-definition.ts';
import { SelectionBar } from '../../lists/selection-bar.tsx';
import { confirm } from '../../stores/confirm.ts';
import { Button } from '../../ui/button.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { bulkWords as words } from './bulk-words.ts';
import { useBulkMembers } from './use-bulk-members.ts';

const loadMove = () => import('./move-selected.tsx');
const MoveSelected = lazy(loadMove);

/** What can be done with the selected members. Loaded with the first selection. */
export default function MemberSelection({ selection, search, total }: SelectionProps<Member>) {
  const { count } = selection;
  const [moving, setMoving] = useState(false);
  const { remove, move } = useBulkMembers(selection, search);

  useEffect(() => {
    // A failure comes up again, and is shown, when the dialog opens.
    loadMove().catch(() => undefined);
  }, []);

  async function askToRemove() {
    if (await confirm({ title: words.removeTitle(count), text: words.removeText(count), confirmLabel: words.removeConfirm(count) })) remove();
  }

  return (
    <>
      <SelectionBar selection={selection} total={total}>
        <Button onClick={() => setMoving(true)}>{words.move}</Button>
        <Button onClick={() => void askToRemove()}>{words.remove}</Button>
      </SelectionBar>
      {moving && (
        <Deferred>
          <MoveSelected count={count} onMove={move} onClose={() => setMoving(false)} />
        </Deferred>
      )}
    </>
  );
}
