import Ellipsis from 'lucide-react/icons/ellipsis';
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { buttonClass, type ButtonVariant } from './button-class.ts';
import { cx } from './cx.ts';

// The overlay library comes with the first menu, and already when a hand moves towards the button.
const load = () => import('./menu.tsx');
const Menu = lazy(load);
const preload = () => void load().catch(() => undefined);

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
  className?: string;
}

/** A native button that opens a menu: by click, Enter, Space, ArrowDown (on the first item) and ArrowUp (on the last). */
export function MenuButton({ label, items, children, variant = 'quiet', align = 'end', navigate, className }: MenuButtonProps) {
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
        {children ?? (
          <>
            <Ellipsis aria-hidden="true" className="size-4" />
            <span className="sr-only">{label}</span>
          </>
        )}
      </button>
      {open && (
        <Suspense>
          <Menu label={label} items={items} triggerRef={ref} focus={open} align={align} navigate={navigate} onChoose={(item) => (chosen.current = item)} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
