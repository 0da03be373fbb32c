import type { Department } from '../../contract/departments.ts';
import { useDepartmentPicker } from '../../forms/use-department-picker.ts';
import type { TargetProps } from '../../forms/use-target.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { words } from './department-words.ts';

/** Picks the department that the members of `from` go to: any but their own. */
export function TargetField({ from, value, onChange, ...field }: TargetProps & { from: Department }) {
  const picker = useDepartmentPicker();
  return <Combobox label={words.moveTo} selected={value} onSelect={onChange} {...field} {...picker} options={picker.options.filter(({ id }) => id !== from.id)} />;
}
