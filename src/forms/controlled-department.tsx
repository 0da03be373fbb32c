import type { ControllerFieldState, ControllerRenderProps } from 'react-hook-form';
import type { ComboboxOption } from '../ui/combobox.tsx';
import { DepartmentField } from './department-field.tsx';

interface ControlledDepartmentProps {
  field: Omit<ControllerRenderProps, 'value' | 'onChange'> & { value: ComboboxOption | null; onChange: (department: ComboboxOption | null) => void };
  fieldState: Pick<ControllerFieldState, 'error'>;
  /** Another department was chosen: an error about the one before goes. */
  onEdit: () => void;
}

/** The department field in a form of react-hook-form: what its `Controller` renders. */
export function ControlledDepartment({ field: { ref, onChange, ...field }, fieldState, onEdit }: ControlledDepartmentProps) {
  return (
    <DepartmentField
      {...field}
      inputRef={ref}
      error={fieldState.error?.message}
      onChange={(department) => {
        onChange(department);
        onEdit();
      }}
    />
  );
}
