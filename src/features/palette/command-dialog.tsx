import { useId, useState, type KeyboardEvent } from 'react';
import { searchLimits } from '../../contract/limits.ts';
import { matchQuery } from './match-query.ts';
import { countText } from '../../lib/range-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { controlClass } from '../../ui/field.tsx';
import { CommandList, optionId } from './command-list.tsx';
import { ownCommands, type Command, type PageLink } from './commands.ts';
import { useServerSearch } from './use-server-search.ts';
import { isCommandKey } from './use-shortcuts.ts';
import { isolate } from '../../lib/isolate-text.ts';

const title = 'Search or jump to';

export interface CommandDialogProps {
  isAdmin: boolean;
  pages: readonly PageLink[];
  /** Called with the chosen command; the owner closes the dialog and runs it. */
  onChoose: (command: Command) => void;
  onShortcuts: () => void;
  onClose: () => void;
}

/** The command palette: finds pages, actions, departments and members. Loaded on first use. */
export function CommandDialog({ isAdmin, pages, onChoose, onShortcuts, onClose }: CommandDialogProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [moved, setMoved] = useState<string | null>(null);
  const server = useServerSearch(query, isAdmin);
  const own = ownCommands(isAdmin, pages, onShortcuts).map((group) => ({
    ...group,
    commands: matchQuery(group.commands, query, ({ label, keywords = '' }) => `${label} ${keywords}`),
  }));
  const groups = [...own, ...server.groups].filter(({ commands }) => commands.length > 0);
  const all = groups.flatMap(({ commands }) => commands);
  const active = all.find(({ id }) => id === moved) ?? all[0];

  function move(by: number) {
    const next = all.at((all.findIndex((command) => command === active) + by + all.length) % Math.max(1, all.length));
    setMoved(next?.id ?? null);
  }

  function onKeyDown(event: KeyboardEvent) {
    const moves: Partial<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      // Not while the key that opened the palette is still held.
      Enter: () => active && !event.repeat && onChoose(active),
    };
    const act = isCommandKey(event.nativeEvent) ? () => !event.repeat && onClose() : moves[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <input
        role="combobox"
        aria-label={title}
        aria-expanded={all.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && optionId(listId, active.id)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={searchLimits.characters}
        dir="auto"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setMoved(null);
        }}
        onKeyDown={onKeyDown}
        className={controlClass}
      />
      <CommandList id={listId} groups={groups} active={active?.id} onActive={setMoved} onChoose={onChoose} />
      <Outcome query={query} number={all.length} pending={server.pending} failed={server.failed} />
      <div className="mt-4 flex justify-end">
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Dialog>
  );
}

/** The outcome of the search, visible and announced. Empty while nothing is typed. */
function Outcome({ query, number, pending, failed }: { query: string; number: number; pending: boolean; failed: boolean }) {
  const text = failed
    ? 'Departments and members could not be searched. Check your connection and type again.'
    : pending
      ? 'Searching…'
      : query.trim() === ''
        ? ''
        : number === 0
          ? `Nothing matches “${isolate(query.trim())}”`
          : countText(number, 'result', 'results');
  return (
    <p aria-live="polite" className={failed ? 'min-h-5 text-danger' : 'min-h-5 text-muted'}>
      {text}
    </p>
  );
}
