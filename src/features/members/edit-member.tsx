import { listMembers } from '../../api/members.ts';
import { RowDialog } from '../../lists/row-dialog.tsx';
import { paths } from '../../paths.ts';
import { EditMemberForm } from './edit-member-form.tsx';
import { dialogWords } from './dialog-words.ts';
import { words } from './words.ts';

/** The dialog "Edit member", a route over the list. */
export function Component() {
  return (
    <RowDialog title={dialogWords.editTitle} root="members" call={listMembers} back={paths.members} gone={words.gone}>
      {(member, close) => <EditMemberForm member={member} onClose={close} />}
    </RowDialog>
  );
}
