import { useQueryClient } from '@tanstack/react-query';
import { describeError } from '../../http/error-words.ts';
import { toApiError } from '../../http/errors.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { useDialogMutation } from '../../lists/use-row.ts';
import { removeMemberOptions } from '../../data/member-changes.ts';
import { fullName } from '../../data/members.ts';
import type { MemberRow } from './use-member-rows.ts';
import { words } from './words.ts';

interface DeleteMemberProps {
  member: MemberRow;
  onClose: () => void;
  /** Called instead of `onClose` when the member is gone. */
  onDeleted: () => void;
}

/** Asks before a member is deleted. */
export default function DeleteMember({ member, onClose, onDeleted }: DeleteMemberProps) {
  const remove = useDialogMutation(removeMemberOptions(useQueryClient()));
  return (
    <AlertDialog
      title={words.removeTitle(fullName(member))}
      confirmLabel={words.removeConfirm}
      pending={remove.isPending}
      error={remove.error && describeError(toApiError(remove.error))}
      onConfirm={() => remove.mutate(member, { onSuccess: onDeleted })}
      onCancel={onClose}
    >
      {words.removeText(member.email)}
    </AlertDialog>
  );
}
