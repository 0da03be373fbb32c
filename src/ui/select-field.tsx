import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { useId, type ComponentProps } from 'react';
import { cx } from './cx.ts';
import { controlClass } from './field.tsx';

export interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'onChange' | 'value'> {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  /** Puts the label before the control instead of above it: for toolbars. */
  inline?: boolean;
}

/** A native select, with the platform's own list and keyboard behaviour. */
export function SelectField({ label, value, options, onChange, inline = false, id: givenId, className, ...select }: SelectFieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <div className={cx('flex min-w-0', inline ? 'items-center gap-2' : 'flex-col gap-1', className)}>
      <label htmlFor={id} className={inline ? 'shrink-0 text-muted' : 'w-fit font-medium'}>
        {label}
      </label>
      <div className="relative min-w-0 grow">
        <select
          {...select}
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={cx(controlClass, 'appearance-none truncate pe-8 hover:bg-hover')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronsUpDown aria-hidden="true" className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-3.5 text-muted" />
      </div>
    </div>
  );
}
