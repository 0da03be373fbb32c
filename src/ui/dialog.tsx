import type { ReactNode } from 'react';
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

/** A modal dialog. Mounted means open; it has no ✕, its content brings the buttons. Load it with its first use. */
export function Dialog({ title, onClose, children, wide }: DialogProps) {
  return (
    <Modal onClose={onClose} {...(wide ? { wide } : {})}>
      <AriaDialog className="dialog">
        <Heading slot="title" className="mb-4 text-base font-semibold">
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  );
}
