import { lazy, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { buttonClass, type ButtonVariant } from './button-class.ts';
import { cx } from './cx.ts';
import { Deferred } from './deferred.tsx';

// The overlay library comes with the first menu, and already when a hand moves towards the button.
const load = () => import('./menu.tsx');
const Menu = lazy(load);

const keys: Record<string, 'first' | 'last'> = { Enter: 'first', ' ': 'first', ArrowDown: 'first', ArrowUp: 'last' };

export interface MenuItem {
  id: string;
  label: string;
  onAction?: () => void;
  /** A link; opened by `navigate` where that is given. */
  href?: string;
  danger?: boolean;
  /** A lucide icon element. */
  icon?: ReactNode;
  /** A hairline above. */
  separated?: boolean;
}

export interface MenuButtonProps {
  /** The button's whole name. Shown only when there are no children. */
  label: string;
  items: readonly MenuItem[];
  /** What is seen in the button; without it, three dots. The name should begin with the visible words. */
  children?: ReactNode;
  variant?: ButtonVariant;
  /** Where the menu's edge aligns. */
  align?: 'start' | 'end';
  navigate?: (href: string) => void;
  /** A hand moves towards the button: what its items will need can be loaded. */
  onIntent?: () => void;
  className?: string;
}

/** A native button that opens a menu: by click, Enter, Space, ArrowDown (on the first item) and ArrowUp (on the last). */
export function MenuButton({ label, items, children, variant = 'quiet', align = 'end', navigate, onIntent, className }: MenuButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'first' | 'last' | null>(null);
  const chosen = useRef<MenuItem>(undefined);

  useEffect(() => {
    const action = chosen.current?.onAction;
    if (open || !action) return;
    chosen.current = undefined;
    // Only now that the menu is gone: a dialog that the action opens gives the focus back to where it is at that moment.
    ref.current?.focus();
    action();
  }, [open]);

  const preload = () => {
    load().catch(() => undefined);
    onIntent?.();
  };
  const show = (focus: 'first' | 'last') => {
    // Safari does not focus a button that is clicked, and the menu gives the focus back to where it was.
    ref.current?.focus();
    setOpen(focus);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const focus = keys[event.key];
    if (!focus || event.repeat) return;
    // No click follows then: the library takes a click without a pointer for a screen reader's, and leaves the items be.
    event.preventDefault();
    show(focus);
  };
  // Firefox clicks when Space is let go, whatever became of the pressing; the menu would close again.
  const onKeyUp = (event: KeyboardEvent) => event.key === ' ' && event.preventDefault();

  return (
    <>
      <button
        ref={ref}
        type="button"
        aria-label={children ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        onClick={() => (open ? setOpen(null) : show('first'))}
        onKeyDown={onKeyDown}
        onKeyUp={onKeyUp}
        onPointerEnter={preload}
        onFocus={preload}
        onTouchStart={preload}
        className={cx(buttonClass(variant, children ? 'regular' : 'icon'), className)}
      >
        {children ?? <Dots />}
      </button>
      {open && (
        <Deferred>
          <Menu label={label} items={items} triggerRef={ref} focus={open} align={align} navigate={navigate} onChoose={(item) => (chosen.current = item)} onClose={() => setOpen(null)} />
        </Deferred>
      )}
    </>
  );
}

/** One element, where an icon of the set has four: a list has this in every row. */
function Dots() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" aria-hidden="true" className="size-4">
      <path d="M5 12h.01M12 12h.01M19 12h.01" />
    </svg>
  );
}
