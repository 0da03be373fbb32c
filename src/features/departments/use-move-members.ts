import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { describeError } from '../../http/error-words.ts';
import type { Department } from '../../contract/departments.ts';
import type { Member } from '../../contract/members.ts';
import { normalId } from '../../data/compare-ids.ts';
import { formatNumber } from '../../lib/dates.ts';
import { countText } from '../../lib/range-text.ts';
import type { JobEnd, JobReport } from '../../jobs/job-types.ts';
import { askFirst } from '../../jobs/question.ts';
import { useStartJob } from '../../jobs/start-job.ts';
import { askAbove } from '../../data/lists.ts';
import { moveMember } from '../../data/member-changes.ts';
import { moveInWalks, readMembers } from '../../data/member-walk.ts';
import { fullName } from '../../data/members.ts';
import { removeDepartmentOptions } from '../../data/department-changes.ts';
import { runMutation } from '../../data/run-mutation.ts';
import type { MoveTarget } from '../../forms/use-target.ts';
import { isolate } from '../../lib/isolate-text.ts';

interface Move {
  from: Department;
  to: MoveTarget;
  /** Those to move, where they are known; else they are looked for first. */
  members?: readonly Member[];
  /** Delete the department once it is empty. */
  thenDelete?: boolean;
}

// A page of members to look through, or a member to move.
type Item = { page: number } | { member: Member };

/** Returns the function that starts moving a department's members, as a job in the tray. */
export function useMoveMembers() {
  const client = useQueryClient();
  const startJob = useStartJob();

  return function move({ from, to, members, thenDelete = false }: Move): Promise<string | null> {
    let declined = false;

    async function look(page: number, signal: AbortSignal): Promise<Item[]> {
      // Moving changes no id: pages in their order stay where they are.
      const { rows, count, pageCount } = await readMembers('', page, signal);
      if (page === 1 && count > askAbove && !(await agrees(from, count, pageCount - 1))) {
        declined = true;
        return [];
      }
      const others = page === 1 ? Array.from({ length: pageCount - 1 }, (_, index) => ({ page: index + 2 })) : [];
      return [...rows.filter(({ department }) => department !== null && normalId(department) === normalId(from.id)).map((member) => ({ member })), ...others];
    }

    return startJob<Item, void>({
      title: `Move ${members ? countText(members.length, 'member', 'members') : 'the members'} of ${isolate(from.name)} to ${isolate(to.name)}${thenDelete ? `, then delete ${isolate(from.name)}` : ''}`,
      items: members?.map((member) => ({ member })) ?? [{ page: 1 }],
      size: (item) => ('member' in item ? 1 : 0),
      describe: (item) => ('page' in item ? `Page ${formatNumber(item.page)}` : fullName(item.member)),
      run: async (item, { signal, add }) => {
        if ('page' in item) add(await look(item.page, signal));
        else await moveMember(item.member.id, to.id);
      },
      invalidates: [['members'], ['departments']],
      end: async (report) => {
        if (declined) return { dismiss: true };
        const { moved, summary } = outcome(report, to);
        moveInWalks(client, moved, to.id);
        const complete = !report.cancelled && report.failed.length === 0;
        if (thenDelete) return { summary: complete ? `${summary} ${await removed(client, from)}` : `${summary} ${isolate(from.name)} was not deleted.` };
        return { summary, ...(moved.length === 0 ? {} : { action: { label: 'Undo', run: () => void move({ from: { ...from, ...to }, to: from, members: moved }) } }) };
      },
    });
  };
}

function agrees({ name }: Department, members: number, requests: number): Promise<boolean> {
  return askFirst({
    title: `Look through ${countText(members, 'team member', 'team members')}?`,
    text: `The members of ${isolate(name)} can only be found by looking at all of them: ${countText(requests, 'more request', 'more requests')} to the server. You can go on working meanwhile, and cancel at any time.`,
    confirmLabel: 'Look through all',
  });
}

function outcome({ done, failed, left }: JobReport<Item, void>, to: MoveTarget): { moved: Member[]; summary: string } {
  const membersOf = (items: readonly Item[]) => items.flatMap((item) => ('member' in item ? [item.member] : []));
  const moved = membersOf(done.map(({ item }) => item));
  const all = moved.length + membersOf([...failed.map(({ item }) => item), ...left]).length;
  const count = moved.length === all ? countText(all, 'member', 'members') : `${formatNumber(moved.length)} of ${countText(all, 'member', 'members')}`;
  return { moved, summary: `${count} moved to ${isolate(to.name)}.` };
}

/** Deletes the department that is empty now, and says what came of it. */
async function removed(client: QueryClient, department: Department): Promise<JobEnd['summary']> {
  try {
    await runMutation(client, removeDepartmentOptions(client), department);
    return `${isolate(department.name)} was deleted.`;
  } catch (error) {
    return `${isolate(department.name)} was not deleted: ${describeError(error)}`;
  }
}
