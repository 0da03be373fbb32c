import type { KeyboardEvent, RefObject } from 'react';
import { flushSync } from 'react-dom';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, Popover, RouterProvider } from 'react-aria-components';
import { cx } from './cx.ts';
import type { MenuItem } from './menu-button.tsx';

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  triggerRef: RefObject<HTMLElement | null>;
  /** Which item gets the focus. */
  focus: 'first' | 'last';
  align: 'start' | 'end';
  navigate: ((href: string) => void) | undefined;
  onChoose: (item: MenuItem) => void;
  onClose: () => void;
}

/** The menu of a MenuButton, in a file of its own so that the overlay library is loaded only when a menu opens. */
export default function Menu({ label, items, triggerRef, focus, align, navigate, onChoose, onClose }: MenuProps) {
  // Before the browser moves the focus: the next stop is the button's neighbour, not that of the floating list.
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return;
    flushSync(onClose);
    triggerRef.current?.focus();
  };
  const menu = (
    <Popover
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={triggerRef}
      placement={align === 'end' ? 'bottom end' : 'bottom start'}
      offset={4}
      aria-label={label}
      className="popover min-w-44 p-1"
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- react-aria traps Tab; in a menu, Tab has to leave it (APG) */}
      <div onKeyDownCapture={leave}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu takes the focus when it opens (APG) */}
        <AriaMenu aria-label={label} autoFocus={focus} onClose={onClose} className="outline-offset-0">
          {items.map((item) => (
            <AriaMenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              href={item.href}
              onAction={() => onChoose(item)}
              data-danger={item.danger || undefined}
              className={cx('item', item.separated && 'item-separated')}
            >
              {item.icon && (
                <span aria-hidden="true" className="shrink-0 text-muted in-data-danger:text-current">
                  {item.icon}
                </span>
              )}
              <span className="min-w-0">{item.label}</span>
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </div>
    </Popover>
  );
  return navigate ? <RouterProvider navigate={navigate}>{menu}</RouterProvider> : menu;
}
