import { setFlag } from '../../stores/kept-flag.ts';
import { shortcuts } from './shortcuts.ts';
import { useFlag } from '../../stores/use-flag.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { commandKeys, singleKeysOff } from './use-shortcuts.ts';

/** The list of shortcuts, and a switch to turn off those of a single character (WCAG 2.1.4). */
export function ShortcutsDialog({ isAdmin, onClose }: { isAdmin: boolean; onClose: () => void }) {
  const off = useFlag(singleKeysOff);
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl className="divide-y divide-line border-y border-line">
        <Row label="Search or jump to a page, department or member" keys={commandKeys} />
        {shortcuts.map(({ keys, label, admin }) => (admin && !isAdmin ? null : <Row key={label} label={label} keys={keys} off={off} />))}
      </dl>
      <Checkbox label="Use the shortcuts of single keys" checked={!off} onChange={(event) => setFlag(singleKeysOff, !event.target.checked)} className="mt-3" />
      <p className="text-muted">Turn them off if they get in the way of speech input. This browser remembers it.</p>
      <div className="mt-4 flex justify-end">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

function Row({ label, keys, off = false }: { label: string; keys: readonly string[]; off?: boolean }) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-4 py-1">
      <dt>{label}</dt>
      <dd className="flex shrink-0 items-center gap-1">
        {off ? (
          <span className="text-muted">Off</span>
        ) : (
          keys.map((key) => (
            <kbd key={key} className="min-w-6 rounded-sm border border-line bg-sunken px-1.5 text-center font-sans">
              {key}
            </kbd>
          ))
        )}
      </dd>
    </div>
  );
}
