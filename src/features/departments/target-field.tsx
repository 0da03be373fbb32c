import { useState } from 'react';
import type { Department } from '../../contract/departments.ts';
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx';
import { useDepartmentPicker } from '../../forms/use-department-picker.ts';
import { words } from './department-words.ts';
import type { MoveTarget } from './move-members.ts';

/** The choice of the department that members are moved to; anyone but their own. */
export function useTarget(from: Department) {
  const [selected, select] = useState<ComboboxOption | null>(null);
  const [error, setError] = useState<string>();

  /** What was chosen; or else says at the field that something has to be, and answers null. */
  function chosen(): MoveTarget | null {
    if (selected !== null) return { id: selected.id, name: selected.label };
    setError(words.chooseOther);
    return null;
  }

  function onSelect(option: ComboboxOption | null) {
    select(option);
    setError(undefined);
  }

  return { chosen, field: { from, selected, onSelect, error } };
}

/** The picker of that choice. */
export function TargetField({ from, ...field }: ReturnType<typeof useTarget>['field']) {
  const picker = useDepartmentPicker();
  return <Combobox label={words.moveTo} {...field} {...picker} options={picker.options.filter(({ id }) => id !== from.id)} />;
}
