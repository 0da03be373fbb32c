import { formatNumber } from '../lib/dates.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Spinner } from '../ui/spinner.tsx';

const words = {
  searching: 'Looking for it…',
  walking: (page: number, pageCount: number) => `Looking through page ${formatNumber(page)} of ${formatNumber(pageCount)}…`,
  cancel: 'Cancel',
  retry: 'Retry',
  close: 'Back to the list',
};

/** While the row of a dialog is looked for, page by page: how far the search is, and the way out. */
export function RowSearching({ walk, onCancel }: { walk: { page: number; pageCount: number } | null; onCancel: () => void }) {
  return (
    <>
      <p aria-live="polite" className="flex items-center gap-2 text-muted">
        <Spinner />
        <span>{walk ? words.walking(walk.page, walk.pageCount) : words.searching}</span>
      </p>
      {walk && <progress aria-label={words.searching} className="mt-4 block h-1.5 w-full accent-accent" value={walk.page} max={walk.pageCount} />}
      <div className="mt-6 flex justify-end">
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </>
  );
}

/** A dialog has no row to show: it is gone, or could not be looked for. */
export function RowProblem({ text, onRetry, onClose }: { text: string; onRetry?: () => void; onClose: () => void }) {
  return (
    <>
      <Notice tone={onRetry ? 'danger' : 'warn'} role="alert">
        {text}
      </Notice>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        {onRetry && <Button onClick={onRetry}>{words.retry}</Button>}
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </>
  );
}
