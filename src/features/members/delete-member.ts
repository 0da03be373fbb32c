import type { QueryClient } from '@tanstack/react-query';
import { fullName } from '../../data/members.ts';
import { runMutation } from '../../data/run-mutation.ts';
import { confirm } from '../../stores/confirm.ts';
import type { MemberRow } from './use-member-rows.ts';
import { words } from './words.ts';

/** Asks, then deletes the member. */
export function confirmDelete(client: QueryClient, member: MemberRow): Promise<boolean> {
  return confirm({
    title: words.removeTitle(fullName(member)),
    text: words.removeText(member.email),
    confirmLabel: words.removeConfirm,
    action: async () => {
      const { removeMemberOptions } = await import('../../data/member-changes.ts');
      await runMutation(client, removeMemberOptions(client), member);
    },
  });
}
