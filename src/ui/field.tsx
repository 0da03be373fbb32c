import CircleAlert from 'lucide-react/icons/circle-alert';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';

/** The attributes that a field passes to its control: `<input {...ids} />`. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Set when an error summary has to link here. */
  id?: string | undefined;
  className?: string | undefined;
  children: (ids: FieldControl) => ReactNode;
}

/**
 * The classes of every text control. Each line of text has its own direction, while padding and icons follow the page's
 * (`dir="auto"` would flip both). A control with an error has a red border, and an icon and the message below it.
 */
export const controlClass =
  'block w-full min-h-9 rounded-md border border-edge bg-surface px-2.5 py-1.5 text-ink [unicode-bidi:plaintext] transition-colors coarse:min-h-11 ' +
  'focus-visible:outline-offset-0 aria-invalid:border-danger disabled:bg-sunken disabled:text-muted';

/** For inputs only: a select always matches `:read-only`. */
export const readOnlyClass = 'read-only:border-line read-only:bg-sunken read-only:text-ellipsis';

/** A label, a hint, the control and an error, from top to bottom, connected for assistive technology. */
export function Field({ label, hint, error, id: givenId, className, children }: FieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="w-fit font-medium">
        {label}
      </label>
      {hint && (
        <div id={hintId} className="text-muted">
          {hint}
        </div>
      )}
      {children({ id, 'aria-describedby': cx(errorId, hintId) || undefined, 'aria-invalid': error ? true : undefined })}
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  );
}

/** The error below a control. The icon is there so that it does not depend on colour alone (WCAG 1.4.1). */
export function FieldError({ id, children }: { id: string | undefined; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-danger">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
