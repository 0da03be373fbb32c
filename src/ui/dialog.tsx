import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal } from './modal.tsx';

export interface DialogProps {
  /** The dialog's name and its heading. */
  title: string;
  /** Escape was pressed. Nothing closes by itself: a dirty form may ask first. */
  onClose: () => void;
  children: ReactNode;
  /** Room for a table instead of a form. */
  wide?: boolean;
}

const firstField = 'input:not([type="hidden"], [type="checkbox"], [readonly], [hidden]), select, textarea';

/** A modal dialog. Mounted means open; it has no ✕, its content brings the buttons; its first field has the focus. */
export function Dialog({ title, onClose, children, wide }: DialogProps) {
  const ref = useRef<HTMLElement>(null);

  // Before the library's own effect, which focuses the box itself unless something in it has the focus.
  useLayoutEffect(() => {
    if (!ref.current?.contains(document.activeElement)) ref.current?.querySelector<HTMLElement>(firstField)?.focus();
  }, []);

  return (
    <Modal onClose={onClose} {...(wide ? { wide } : {})}>
      <AriaDialog ref={ref} className="dialog">
        <Heading slot="title" className="mb-4 text-base font-semibold">
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  );
}
