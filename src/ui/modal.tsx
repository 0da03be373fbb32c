import { useLayoutEffect, type ReactNode } from 'react';
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal';
import { useFocusFallback } from './use-focus-fallback.ts';

interface ModalProps {
  children: ReactNode;
  /** Escape was pressed. The modal stays until its owner takes it out of the page. */
  onClose: () => void;
  wide?: boolean;
}

/** The frame of both kinds of dialog: a box in the middle, a sheet at the bottom on phones. */
export function Modal({ children, onClose, wide = false }: ModalProps) {
  useFocusFallback();
  useLayoutEffect(veil, []);
  return (
    // Not dismissable: a click beside the box must not throw away what was typed.
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className="modal-overlay">
      <AriaModal className="modal" data-wide={wide || undefined}>
        {children}
      </AriaModal>
    </ModalOverlay>
  );
}

let veils = 0;

/** Tells the page how many veils lie over it, for its colour. */
function veil() {
  count(1);
  return () => count(-1);
}

function count(more: 1 | -1) {
  veils += more;
  if (veils === 0) delete document.body.dataset['veils'];
  else document.body.dataset['veils'] = String(veils);
}
