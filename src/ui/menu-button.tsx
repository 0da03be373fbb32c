import { lazy, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { buttonClass, type ButtonVariant } from './button-class.ts';
import { cx } from './cx.ts';
import { Deferred } from './deferred.tsx';

// The overlay library is loaded with the first menu, or as soon as the pointer reaches a menu button.
const load = () => import('./menu.tsx');
const Menu = lazy(load);

const keys: Record<string, 'first' | 'last'> = { Enter: 'first', ' ': 'first', ArrowDown: 'first', ArrowUp: 'last' };

export interface MenuItem {
  id: string;
  label: string;
  onAction?: () => void;
  /** A link; followed by `navigate` if that is given. */
  href?: string;
  danger?: boolean;
  /** A lucide icon element. */
  icon?: ReactNode;
  /** Draws a separator above the item. */
  separated?: boolean;
}

export interface MenuButtonProps {
  /** The button's accessible name. Shown only when there are no children. */
  label: string;
  items: readonly MenuItem[];
  /** The visible content of the button; three dots without it. The accessible name should begin with the visible text (WCAG 2.5.3). */
  children?: ReactNode;
  variant?: ButtonVariant;
  /** Which edges of menu and button align. */
  align?: 'start' | 'end';
  navigate?: (href: string) => void;
  /** Called when the pointer or focus reaches the button: time to preload what its items need. */
  onIntent?: () => void;
  className?: string;
}

/** A native button that opens a menu on click, Enter, Space, ArrowDown (focus on the first item) or ArrowUp (focus on the last). */
export function MenuButton({ label, items, children, variant = 'quiet', align = 'end', navigate, onIntent, className }: MenuButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'first' | 'last' | null>(null);
  const chosen = useRef<MenuItem>(undefined);

  useEffect(() => {
    const action = chosen.current?.onAction;
    if (open || !action) return;
    chosen.current = undefined;
    // Only now that the menu is gone: a dialog that the action opens later returns the focus to where it is at this moment.
    ref.current?.focus();
    action();
  }, [open]);

  const preload = () => {
    load().catch(() => undefined);
    onIntent?.();
  };
  const show = (focus: 'first' | 'last') => {
    // Safari does not focus a button on click, and the menu returns the focus to where it was.
    ref.current?.focus();
    setOpen(focus);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const focus = keys[event.key];
    if (!focus || event.repeat) return;
    // Prevents the click that would follow: react-aria takes a click without a pointer for a screen reader's, and does not focus an item.
    event.preventDefault();
    show(focus);
  };
  // Firefox clicks when Space is released, even if its keydown was prevented; the menu would close again.
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

/** One SVG element instead of lucide's four: every row of a list has this icon. */
function Dots() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" aria-hidden="true" className="size-4">
      <path d="M5 12h.01M12 12h.01M19 12h.01" />
    </svg>
  );
}
