import { useLayoutEffect, type ReactNode } from 'react';
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal';
import { useFocusFallback } from './use-focus-fallback.ts';

interface ModalProps {
  children: ReactNode;
  /** Called on Escape. The modal stays open until its owner unmounts it. */
  onClose: () => void;
  wide?: boolean;
}

/** The frame of dialogs and alert dialogs: a centred box, or a bottom sheet on phones. */
export function Modal({ children, onClose, wide = false }: ModalProps) {
  useFocusFallback();
  useLayoutEffect(countOpen, []);
  return (
    // Not dismissable: a click outside the box must not discard what was typed.
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className="modal-overlay">
      <AriaModal className="modal" data-wide={wide || undefined}>
        {children}
      </AriaModal>
    </ModalOverlay>
  );
}

let openModals = 0;

/** Sets the number of open modals on the page, for the colour behind them. */
function countOpen() {
  count(1);
  return () => count(-1);
}

function count(more: 1 | -1) {
  openModals += more;
  if (openModals === 0) delete document.body.dataset['modals'];
  else document.body.dataset['modals'] = String(openModals);
}
