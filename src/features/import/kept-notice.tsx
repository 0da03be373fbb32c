import { formatNumber } from '../../lib/dates.ts';
import { countText } from '../../lib/range-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { importStore } from './import-store.ts';
import type { KeptImport } from './saved-import.ts';

/** Offers to resume an unfinished import from a closed tab. */
export function KeptNotice({ content: { fileName, rows }, elsewhere }: { content: KeptImport; elsewhere: boolean }) {
  const added = rows.filter(({ status }) => status === 'added').length;
  const left = rows.length - added;
  const file = <bdi>“{fileName}”</bdi>;
  if (elsewhere) {
    return (
      <Notice tone="info">
        Another tab of this browser is importing {file}. Go on there.
      </Notice>
    );
  }
  return (
    <Notice
      tone="info"
      title={left > 0 ? 'An import was interrupted' : 'An import ended without its log-in details'}
      actions={
        <>
          <Button variant="primary" onClick={() => void importStore.resume()}>
            {left > 0 ? 'Go on with the import' : 'Show the import'}
          </Button>
          <Button onClick={() => void importStore.discardKept()}>Discard</Button>
        </>
      }
    >
      {file}: {formatNumber(added)} of {countText(rows.length, 'row', 'rows')} added
      {left > 0 ? `, ${formatNumber(left)} left.` : '.'} Passwords are never kept: those who were added before the page was closed can choose “Forgot
      password?”, the others get new ones.
    </Notice>
  );
}
