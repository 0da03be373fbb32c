import { useQueryClient } from '@tanstack/react-query';
import type { Member } from '../../contract/members.ts';
import { cachedRow } from '../../data/cached-rows.ts';
import { formatNumber } from '../../lib/dates.ts';
import { countText } from '../../lib/range-text.ts';
import { announce } from '../../stores/status.ts';
import type { Selection } from '../../lists/use-selection.ts';
import { useBulk, type BulkPlan } from '../../jobs/use-bulk.ts';
import { largestPage, readPage } from '../../data/lists.ts';
import { moveInWalks } from '../../data/member-walk.ts';
import { listMembers } from '../../api/members.ts';
import { deleteMember, moveMember } from '../../data/member-changes.ts';
import { fullName } from '../../data/members.ts';
import type { MemberRow } from './use-member-rows.ts';

const membersText = (count: number) => countText(count, 'member', 'members');
const moveChanges = [['members'], ['departments']];

/** What can be done with the members that are selected in a list; each as a job in the tray. */
export function useBulkMembers({ chosen, count, settle }: Selection<MemberRow>, search: string) {
  const client = useQueryClient();
  const bulk = useBulk();

  function selectedRows(): BulkPlan<MemberRow>['rows'] {
    if (chosen.kind === 'some') return [...chosen.rows.values()].map((row) => cachedRow<Member>(client, 'members', row.id) ?? row); // edited meanwhile
    return { except: chosen.except, readPage: (page, signal) => readPage({ search, ordering: 'id', page, pageSize: largestPage }, listMembers, signal) };
  }

  function remove() {
    void bulk({
      title: (number) => `Delete ${membersText(number)}`,
      done: 'deleted',
      rows: selectedRows(),
      count,
      describe: fullName,
      work: deleteMember,
      invalidates: [['members']],
      onEnd: (done, rest) => settle(chosen, done, rest),
    });
  }

  function move(to: { id: string; name: string }) {
    void bulk({
      title: (number) => `Move ${membersText(number)} to ${to.name}`,
      done: 'moved',
      rows: selectedRows(),
      count,
      describe: fullName,
      work: ({ id }) => moveMember(id, to.id),
      invalidates: moveChanges,
      onEnd: (done, rest) => {
        settle(chosen, done, rest);
        moveInWalks(client, done, to.id);
        if (done.length > 0) announce(`${partText(done.length, rest.length)} moved to ${to.name}.`, { undo: undoOf(done) });
      },
    });
  }

  /** Each goes back where they were. Who was in no department cannot be put there again: the server refuses it. */
  function undoOf(moved: readonly MemberRow[]): (() => Promise<void>) | undefined {
    const back = moved.flatMap((row) => (row.department === null ? [] : [{ ...row, department: row.department }]));
    return back.length < moved.length ? undefined : () => moveBack(back);
  }

  async function moveBack(rows: readonly (MemberRow & { department: string })[]): Promise<void> {
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
