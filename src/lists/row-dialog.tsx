import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { ListRoot } from '../data/cached-rows.ts';
import type { ListCall } from '../data/lists.ts';
import { describeError } from '../http/error-words.ts';
import { useDocumentTitle } from '../stores/use-document-title.ts';
import { Dialog } from '../ui/dialog.tsx';
import { RowProblem, RowSearching } from './row-status.tsx';
import { useCloseDialog } from './use-close-dialog.ts';
import { useRow } from './use-row.ts';

interface RowDialogProps<Row> {
  title: string;
  root: ListRoot;
  call: ListCall<Row>;
  /** The page below, for a dialog that was opened by its address. */
  back: string;
  /** Said when there is no such row. */
  gone: string;
  children: (row: Row, close: () => void) => ReactNode;
}

/** A dialog about the row `:id`, as a route over a page; on a hard load it first looks for the row. */
export function RowDialog<Row extends { id: string }>({ title, root, call, back, gone, children }: RowDialogProps<Row>) {
  const { id = '' } = useParams();
  const close = useCloseDialog(back);
  useDocumentTitle(title);
  const search = useRow(root, id, call);
  return (
    <Dialog title={title} onClose={close}>
      {search.status === 'found' && children(search.row, close)}
      {search.status === 'searching' && <RowSearching walk={search.walk} onCancel={close} />}
      {search.status === 'missing' && <RowProblem text={gone} onClose={close} />}
      {search.status === 'failed' && <RowProblem text={describeError(search.error)} onRetry={search.retry} onClose={close} />}
    </Dialog>
  );
}
