import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal } from './modal.tsx';

export interface DialogProps {
  /** The dialog's accessible name and its heading. */
  title: string;
  /** Called on Escape. The dialog does not close by itself: a form with unsaved changes asks first. */
  onClose: () => void;
  children: ReactNode;
  /** Wide enough for a table. */
  wide?: boolean;
}

const firstField = 'input:not([type="hidden"], [type="checkbox"], [readonly], [hidden]), select, textarea';

/** A modal dialog, open while it is mounted. It has no ✕: its content provides the buttons. Its first field gets the focus. */
export function Dialog({ title, onClose, children, wide }: DialogProps) {
  const ref = useRef<HTMLElement>(null);

  // Runs before react-aria's effect, which focuses the dialog itself unless something in it already has the focus.
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
