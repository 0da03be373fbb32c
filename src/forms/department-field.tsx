import { useMutation } from '@tanstack/react-query';
import { useState, type Ref } from 'react';
import { formProblem } from './form-problem.ts';
import { withTakenName } from './taken-name.ts';
import { useSimilarName } from './use-similar-name.ts';
import { Combobox, type ComboboxOption } from '../ui/combobox.tsx';
import { useDepartmentPicker } from './use-department-picker.ts';
import { createDepartmentOptions } from '../data/create-department.ts';
import { isolate } from '../lib/isolate-text.ts';

interface DepartmentFieldProps {
  name: string;
  value: ComboboxOption | null;
  onChange: (department: ComboboxOption | null) => void;
  onBlur?: () => void;
  inputRef: Ref<HTMLInputElement>;
  error: string | undefined;
}

/** Picks a department: searches the server as the user types, loads more on scrolling, and can create a missing one. */
export function DepartmentField({ name, value, onChange, onBlur, inputRef, error }: DepartmentFieldProps) {
  const picker = useDepartmentPicker();
  const refuseSimilar = useSimilarName('create it again');
  const [once] = useState(createDepartmentOptions);
  const create = useMutation({ ...once, onMutate: (departmentName) => refuseSimilar(departmentName) });

  const add = (departmentName: string) =>
    create.mutate(departmentName, { onSuccess: (department) => onChange({ id: department.id, label: department.name }) });

  return (
    <Combobox
      label="Department"
      name={name}
      selected={value}
      onSelect={(department) => {
        create.reset();
        onChange(department);
      }}
      {...picker}
      onCreate={add}
      hint={create.isPending ? `Adding the department “${isolate(create.variables)}”…` : undefined}
      error={create.isError ? refusal(create.error, create.variables) : error}
      inputRef={inputRef}
      {...(onBlur === undefined ? {} : { onBlur })}
    />
  );
}

function refusal(error: unknown, name: string): string {
  const { fields, messages } = withTakenName(formProblem(error), name);
  return [...Object.values(fields).flat(), ...messages].join(' ');
}
