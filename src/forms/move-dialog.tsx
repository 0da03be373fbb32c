import type { ReactNode, SubmitEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormActions } from './form-layout.tsx';
import { useTarget, type MoveTarget, type TargetProps } from './use-target.ts';

const words = {
  text: 'They keep everything else. You can take the move back when it is done.',
  cancel: 'Cancel',
};

interface MoveDialogProps {
  title: string;
  submit: string;
  /** Said at the field when it is left empty. */
  missing: string;
  /** The field: which departments there are to choose from. */
  children: (field: TargetProps) => ReactNode;
  onMove: (to: MoveTarget) => void;
  onClose: () => void;
}

/** Asks which department members go to. The move itself is a job, so nothing can be refused here. */
export function MoveDialog({ title, submit, missing, children, onMove, onClose }: MoveDialogProps) {
  const { chosen, field } = useTarget(missing);

  function move(event: SubmitEvent) {
    event.preventDefault();
    const to = chosen();
    if (to === null) return;
    onMove(to);
    onClose();
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate className="flex flex-col gap-4" onSubmit={move}>
        <p className="text-muted">{words.text}</p>
        {children(field)}
        <FormActions>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary">
            {submit}
          </Button>
        </FormActions>
      </form>
    </Dialog>
  );
}
