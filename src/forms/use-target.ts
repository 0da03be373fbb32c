import { useRef, useState, type RefObject } from 'react';
import type { ComboboxOption } from '../ui/combobox.tsx';

/** The department that members are moved to. */
export interface MoveTarget {
  id: string;
  name: string;
}

/** What the field of the choice needs. */
export interface TargetProps {
  value: ComboboxOption | null;
  onChange: (option: ComboboxOption | null) => void;
  error: string | undefined;
  inputRef: RefObject<HTMLInputElement | null>;
}

/** The choice of the department that members are moved to; `missing` is said at the field when there is none. */
export function useTarget(missing: string) {
  const [value, setValue] = useState<ComboboxOption | null>(null);
  const [error, setError] = useState<string>();
  const inputRef = useRef<HTMLInputElement>(null);

  function chosen(): MoveTarget | null {
    if (value !== null) return { id: value.id, name: value.label };
    setError(missing);
    inputRef.current?.focus();
    return null;
  }

  function onChange(option: ComboboxOption | null) {
    setValue(option);
    setError(undefined);
  }

  return { chosen, field: { value, onChange, error, inputRef } satisfies TargetProps };
}
