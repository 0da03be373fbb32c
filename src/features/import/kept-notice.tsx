import { formatNumber } from '../../lib/dates.ts';
import { countText } from '../../lib/range-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { importStore } from './import-store.ts';
import { isOpen, isSendable, isToHandOver, needsCorrection, type ImportRow } from './rows.ts';
import type { KeptImport } from './saved-import.ts';

/** Offers to resume an unfinished import from a closed tab. */
export function KeptNotice({ content: { fileName, rows }, elsewhere }: { content: KeptImport; elsewhere: boolean }) {
  const added = rows.filter(({ status }) => status === 'added').length;
  const left = rows.length - added;
  const file = <bdi>“{fileName}”</bdi>;
  if (elsewhere) {
    return (
      <Notice key="elsewhere" tone="info">
        Another tab of this browser is importing {file}. Go on there.
      </Notice>
    );
  }
  return (
    <Notice
      key="here"
      tone="info"
      title={titleOf(rows)}
      actions={
        <>
          <Button variant="primary" onClick={() => void importStore.resume()}>
            {left > 0 ? 'Go on with the import' : 'Show the import'}
          </Button>
          <Button onClick={() => void importStore.discardKept()}>Discard</Button>
        </>
      }
    >
      {file}
      <span>{`: ${formatNumber(added)} of ${countText(rows.length, 'row', 'rows')} added${left > 0 ? `, ${formatNumber(left)} left` : ''}.`}</span>
      {rows.some(isToHandOver) && <span>{` ${unknownPasswords}`}</span>}
    </Notice>
  );
}

const unknownPasswords =
  'Passwords are never kept: those who were added before the page was closed can choose “Forgot password?”, the others get new ones.';

function titleOf(rows: readonly ImportRow[]): string {
  if (rows.every(isOpen)) return 'An import was not sent';
  if (rows.some(isSendable)) return 'An import was interrupted';
  return rows.some(needsCorrection) ? 'An import has rows left to correct' : 'An import ended without its log-in details';
}
