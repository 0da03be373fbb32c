import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Button } from './button.tsx';
import { Modal } from './modal.tsx';
import { Notice } from './notice.tsx';

const words = { cancel: 'Cancel' };

export interface AlertDialogProps {
  /** The action and its object, as a question: "Delete Sales?" */
  title: string;
  /** The consequences. */
  children?: ReactNode;
  /** A verb and its object: "Delete department". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'danger' | 'primary';
  /** The request is in flight. */
  pending?: boolean;
  /** Why the server refused the request. */
  error?: ReactNode;
  onConfirm: () => void;
  /** Called on Cancel or Escape. */
  onCancel: () => void;
}

/** Asks for confirmation before something that cannot be undone. Focus starts on Cancel, and returns there when the request is refused. */
export function AlertDialog({ title, children, confirmLabel, cancelLabel = words.cancel, tone = 'danger', pending = false, error, onConfirm, onCancel }: AlertDialogProps) {
  const bodyId = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const refused = Boolean(error);

  useEffect(() => {
    if (!pending) cancel.current?.focus();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each refusal moves the focus, even when the message is the same
  }, [pending, refused]);

  return (
    <Modal onClose={onCancel}>
      <AriaDialog role="alertdialog" aria-describedby={children ? bodyId : undefined} className="dialog">
        <Heading slot="title" className="text-base font-semibold">
          {title}
        </Heading>
        {children && (
          <div id={bodyId} className="mt-2 text-muted">
            {children}
          </div>
        )}
        {refused && (
          <Notice tone="danger" role="alert" className="mt-4">
            {error}
          </Notice>
        )}
        <div className="mt-6 flex flex-wrap justify-end gap-2 max-sm:*:grow">
          <Button ref={cancel} onClick={onCancel}>
            {cancelLabel}
          </Button>
          {/* Ignores the second click of a double click: it would confirm twice, or confirm a dialog that the first click has just opened. */}
          <Button variant={tone} pending={pending} onClick={({ detail }) => detail < 2 && onConfirm()}>
            {confirmLabel}
          </Button>
        </div>
      </AriaDialog>
    </Modal>
  );
}
