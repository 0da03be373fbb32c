import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { ErrorSummary, type SummaryError } from './error-summary.tsx';
import { StillWorking } from './still-working.tsx';

export interface FormProps extends ComponentProps<'form'> {
  /** What the last attempt failed of: shown above the fields. */
  errors?: readonly SummaryError[];
  /** How often the form was sent (react-hook-form's `submitCount`). */
  attempt?: number;
  /** The request is under way: after ten seconds a sentence says so. */
  pending?: boolean;
}

/** A real form. `method=post`: should a script fail to load, no password ends up in the address. */
export function Form({ errors = [], attempt, pending = false, className, children, ...rest }: FormProps) {
  return (
    <form noValidate method="post" {...rest} className={cx('flex w-full max-w-120 flex-col gap-4', className)}>
      <ErrorSummary errors={errors} {...(attempt === undefined ? {} : { attempt })} />
      {children}
      <StillWorking active={pending} />
    </form>
  );
}

/** Fields side by side where there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">{children}</div>;
}

/** The buttons below the fields, the main one first in reading order. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2 pt-2">{children}</div>;
}
