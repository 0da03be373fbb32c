import { useQueryClient } from '@tanstack/react-query';
import type { Member } from '../../contract/members.ts';
import { formatNumber } from '../../lib/dates.ts';
import { countText } from '../../lib/range-text.ts';
import { announce } from '../../stores/status.ts';
import type { Selection } from '../../lists/use-selection.ts';
import { selectedRows } from '../../jobs/selected-rows.ts';
import { useBulk } from '../../jobs/use-bulk.ts';
import { moveInWalks } from '../../data/member-walk.ts';
import { listMembers } from '../../api/members.ts';
import { deleteMember, moveMember } from '../../data/member-changes.ts';
import { fullName } from '../../data/members.ts';
import { isolate } from '../../lib/isolate-text.ts';

const membersText = (count: number) => countText(count, 'member', 'members');
const moveChanges = [['members'], ['departments']];

/** What can be done with the members that are selected in a list; each as a job in the tray. */
export function useBulkMembers({ chosen, count, settle }: Selection<Member>, search: string) {
  const client = useQueryClient();
  const bulk = useBulk();

  const rows = () => selectedRows(chosen, { client, root: 'members', call: listMembers, search });

  function remove() {
    void bulk({
      title: (number) => `Delete ${membersText(number)}`,
      done: 'deleted',
      rows: rows(),
      count,
      describe: fullName,
      work: deleteMember,
      invalidates: [['members']],
      onEnd: (done, rest) => settle(chosen, done, rest),
    });
  }

  function move(to: { id: string; name: string }) {
    void bulk({
      title: (number) => `Move ${membersText(number)} to ${isolate(to.name)}`,
      done: 'moved',
      rows: rows(),
      count,
      describe: fullName,
      work: ({ id }) => moveMember(id, to.id),
      invalidates: moveChanges,
      onEnd: (done, rest) => {
        settle(chosen, done, rest);
        moveInWalks(client, done, to.id);
        if (done.length > 0) announce(`${partText(done.length, rest.length)} moved to ${isolate(to.name)}.`, { undo: undoOf(done) });
      },
    });
  }

  /** Puts each back where they were. A member who was in no department cannot be put back: the server refuses it. */
  function undoOf(moved: readonly Member[]): (() => Promise<void>) | undefined {
    const back = moved.flatMap((row) => (row.department === null ? [] : [{ ...row, department: row.department }]));
    return back.length < moved.length ? undefined : () => moveBack(back);
  }

  async function moveBack(rows: readonly (Member & { department: string })[]): Promise<void> {
    announce(`Moving ${membersText(rows.length)} back…`);
    await bulk({
      title: (number) => `Move ${membersText(number)} back`,
      done: 'moved back',
      rows,
      count: rows.length,
      describe: fullName,
      work: ({ id, department }) => moveMember(id, department),
      invalidates: moveChanges,
      onEnd: (done, rest) => {
        for (const row of done) moveInWalks(client, [row], row.department);
        announce(`Undone. ${partText(done.length, rest.length)} moved back.`);
      },
    });
  }

  return { remove, move };
}

/** "3 members", or "2 of 3 members". */
function partText(done: number, rest: number): string {
  return rest === 0 ? membersText(done) : `${formatNumber(done)} of ${membersText(done + rest)}`;
}
