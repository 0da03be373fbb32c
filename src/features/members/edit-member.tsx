import { useParams } from 'react-router';
import { describeError } from '../../http/error-words.ts';
import { toApiError } from '../../http/errors.ts';
import { paths } from '../../paths.ts';
import type { Member } from '../../contract/members.ts';
import { useDocumentTitle } from '../../stores/document-title.ts';
import { useCloseDialog } from '../../lists/use-dialog-route.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RowProblem, RowSearching } from '../../lists/row-status.tsx';
import { useRow } from '../../lists/use-row.ts';
import { listMembers } from '../../api/members.ts';
import { EditMemberForm } from './edit-member-form.tsx';
import { words } from './words.ts';

/** The dialog "Edit member", a route over the list; on a hard load it first looks for the member. */
export function Component() {
  const { id = '' } = useParams();
  const close = useCloseDialog(paths.members);
  useDocumentTitle(words.editTitle);
  const search = useRow<Member>('members', id, listMembers);
  return (
    <Dialog title={words.editTitle} onClose={close}>
      {search.status === 'found' && <EditMemberForm member={search.row} onClose={close} />}
      {search.status === 'searching' && <RowSearching walk={search.walk} onCancel={close} />}
      {search.status === 'missing' && <RowProblem text={words.gone} onClose={close} />}
      {search.status === 'failed' && <RowProblem text={describeError(toApiError(search.error))} onRetry={search.retry} onClose={close} />}
    </Dialog>
  );
}
