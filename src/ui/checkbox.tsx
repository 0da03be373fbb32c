import { useEffect, useRef, type ComponentProps } from 'react';
import { cx } from './cx.ts';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: string;
  /** Shows the label to assistive technology only: for a column of checkboxes, each with its own name. */
  labelHidden?: boolean;
  /** Some, not all. */
  indeterminate?: boolean;
}

/** A native checkbox; its label is part of the click target. */
export function Checkbox({ label, labelHidden = false, indeterminate = false, className, ...input }: CheckboxProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className={cx('relative inline-flex min-h-9 min-w-9 items-center gap-2 coarse:min-h-11 coarse:min-w-11', labelHidden && 'justify-center', className)}>
      <input {...input} ref={ref} type="checkbox" className="size-4 shrink-0 accent-accent" aria-label={labelHidden ? label : undefined} />
      {!labelHidden && <span>{label}</span>}
    </label>
  );
}
