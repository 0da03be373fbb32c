import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { controlClass, Field, readOnlyClass } from './field.tsx';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'aria-invalid' | 'aria-describedby'> {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  id?: string | undefined;
}

/** A single-line text input. Email inputs turn off automatic capitals and spell checking. */
export function TextField({ label, hint, error, id, type = 'text', className, ...input }: TextFieldProps) {
  const plain = type === 'email' ? ({ autoCapitalize: 'none', spellCheck: false } as const) : {};
  return (
    <Field label={label} hint={hint} error={error} id={id} className={className}>
      {(ids) => <input {...plain} {...input} {...ids} type={type} className={cx(controlClass, readOnlyClass)} />}
    </Field>
  );
}
