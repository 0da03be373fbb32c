import type { QueryClient } from '@tanstack/react-query';
import { fullName } from '../../data/members.ts';
import { runMutation } from '../../data/run-mutation.ts';
import { confirm } from '../../stores/confirm.ts';
import type { MemberRow } from './use-member-rows.ts';
import { words } from './words.ts';

/** Asks, then has the member emailed a link to choose a new password: it lands in another person's mailbox. */
export function confirmReset(client: QueryClient, member: MemberRow): Promise<boolean> {
  return confirm({
    title: words.resetTitle(fullName(member)),
    text: words.resetText(member.email),
    confirmLabel: words.resetConfirm,
    tone: 'primary',
    action: async () => {
      const { sendResetOptions } = await import('../../data/accounts.ts');
      await runMutation(client, sendResetOptions(), member.email);
    },
  });
}
