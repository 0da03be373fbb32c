import { describeError } from '../../http/error-words.ts';
import { toApiError } from '../../http/errors.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { sendResetOptions } from '../../data/accounts.ts';
import { useDialogMutation } from '../../lists/use-row.ts';
import { fullName } from '../../data/members.ts';
import type { MemberRow } from './use-member-rows.ts';
import { words } from './words.ts';

/** Asks before a member is mailed a link to choose a new password: it lands in another person's mailbox. */
export default function SendReset({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const send = useDialogMutation(sendResetOptions());
  return (
    <AlertDialog
      title={words.resetTitle(fullName(member))}
      confirmLabel={words.resetConfirm}
      tone="primary"
      pending={send.isPending}
      error={send.error && describeError(toApiError(send.error))}
      onConfirm={() => send.mutate(member.email, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {words.resetText(member.email)}
    </AlertDialog>
  );
}
