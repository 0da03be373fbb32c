import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Button } from './button.tsx';
import { Modal } from './modal.tsx';
import { Notice } from './notice.tsx';

const words = { cancel: 'Cancel' };

export interface AlertDialogProps {
  /** Names the deed and its object: "Delete Sales?" */
  title: string;
  /** What follows from it. */
  children?: ReactNode;
  /** A verb and its object: "Delete department". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'danger' | 'primary';
  /** The request is under way. */
  pending?: boolean;
  /** Why it was refused. */
  error?: ReactNode;
  onConfirm: () => void;
  /** Cancel or Escape. */
  onCancel: () => void;
}

/** A question before something that cannot be undone. The focus is on the way out, and goes back there after a refusal. */
export function AlertDialog({ title, children, confirmLabel, cancelLabel = words.cancel, tone = 'danger', pending = false, error, onConfirm, onCancel }: AlertDialogProps) {
  const bodyId = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const refused = Boolean(error);

  useEffect(() => {
    if (!pending) cancel.current?.focus();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each refusal is an occasion, whatever its words
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
          {/* Not the second click of a double one: it would do it twice, or confirm what the first has only just asked. */}
          <Button variant={tone} pending={pending} onClick={({ detail }) => detail < 2 && onConfirm()}>
            {confirmLabel}
          </Button>
        </div>
      </AriaDialog>
    </Modal>
  );
}
