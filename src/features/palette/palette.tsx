import Search from 'lucide-react/icons/search';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import type { ShortcutAction } from './shortcuts.ts';
import { announce } from '../../stores/status.ts';
import { buttonClass } from '../../ui/button-class.ts';
import type { Command, PageLink } from './commands.ts';
import { commandKeys, useShortcuts } from './use-shortcuts.ts';

// The palette and the overlay library are loaded on first use, or as soon as the pointer reaches the button.
const loadCommands = () => import('./command-dialog.tsx');
const loadShortcuts = () => import('./shortcuts-dialog.tsx');
const preload = () => void loadCommands().catch(() => undefined);

type Open =
  | { name: 'commands'; Dialog: Awaited<ReturnType<typeof loadCommands>>['CommandDialog'] }
  | { name: 'shortcuts'; Dialog: Awaited<ReturnType<typeof loadShortcuts>>['ShortcutsDialog'] };

const pageOf: Partial<Record<ShortcutAction, string>> = {
  overview: paths.overview,
  departments: paths.departments,
  members: paths.members,
  profile: paths.profile,
};

/** The button in the top bar that opens the command palette, and the keyboard shortcuts. */
export function Palette({ isAdmin, pages }: { isAdmin: boolean; pages: readonly PageLink[] }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | null>(null);
  const chosen = useRef<Command>(undefined);
  const close = () => setOpen(null);

  const showCommands = () => show(loadCommands().then(({ CommandDialog }) => ({ name: 'commands', Dialog: CommandDialog })));
  const showShortcuts = () => show(loadShortcuts().then(({ ShortcutsDialog }) => ({ name: 'shortcuts', Dialog: ShortcutsDialog })));
  function show(loading: Promise<Open>) {
    loading.then(setOpen, () => announce('This part of the app could not be loaded. Check your connection and try again.', { tone: 'danger' }));
  }

  function act(action: ShortcutAction): boolean {
    const page = pageOf[action];
    if (action === 'shortcuts') showShortcuts();
    else if (!isAdmin && action !== 'profile') return false;
    else if (page !== undefined) void navigate(page);
    else return focusSearchBox();
    return true;
  }
  useShortcuts({ onCommands: showCommands, onAction: act });

  useEffect(() => {
    const command = chosen.current;
    if (open || !command) return;
    chosen.current = undefined;
    // Only now that the palette is gone: what opens next takes the focus, and later returns it to where it was.
    if (command.to === undefined) command.run?.();
    else void navigate(command.to);
  }, [open, navigate]);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={showCommands}
        onPointerEnter={preload}
        onFocus={preload}
        onTouchStart={preload}
        className={`${buttonClass('secondary')} text-muted max-md:border-transparent max-md:bg-transparent max-md:w-9 max-md:px-0 coarse:max-md:w-11 md:ms-4 md:min-w-60 md:justify-start`}
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <span className="max-md:sr-only">Search or jump to…</span>
        <kbd aria-hidden="true" className="ms-auto font-sans text-xs max-md:hidden coarse:hidden">
          {commandKeys.join(' ')}
        </kbd>
      </button>
      {open?.name === 'commands' && (
        <open.Dialog
          isAdmin={isAdmin}
          pages={pages}
          onShortcuts={showShortcuts}
          onClose={close}
          onChoose={(command) => {
            chosen.current = command;
            close();
          }}
        />
      )}
      {open?.name === 'shortcuts' && <open.Dialog isAdmin={isAdmin} onClose={close} />}
    </>
  );
}

function focusSearchBox(): boolean {
  const box = document.querySelector<HTMLInputElement>('main input[type="search"]');
  box?.focus();
  box?.select();
  return box !== null;
}
