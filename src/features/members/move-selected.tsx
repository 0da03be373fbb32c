import { useRef, useState, type SubmitEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import type { ComboboxOption } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DepartmentField } from '../../forms/department-field.tsx';
import { bulkWords as words } from './bulk-words.ts';

interface MoveSelectedProps {
  count: number;
  onMove: (to: { id: string; name: string }) => void;
  onClose: () => void;
}

/** Asks which department the selected members go to. */
export default function MoveSelected({ count, onMove, onClose }: MoveSelectedProps) {
  const [department, setDepartment] = useState<ComboboxOption | null>(null);
  const [error, setError] = useState<string>();
  const input = useRef<HTMLInputElement>(null);

  function choose(option: ComboboxOption | null) {
    setDepartment(option);
    setError(undefined);
  }

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (department === null) {
      setError(words.departmentMissing);
      input.current?.focus();
      return;
    }
    onMove({ id: department.id, name: department.label });
    onClose();
  }

  return (
    <Dialog title={words.moveTitle(count)} onClose={onClose}>
      <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
        <p className="text-muted">{words.moveText}</p>
        <DepartmentField name="department" value={department} onChange={choose} onBlur={() => undefined} inputRef={input} error={error} />
        <div className="mt-2 flex flex-wrap justify-end gap-2 max-sm:*:grow">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary">
            {words.moveConfirm(count)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
