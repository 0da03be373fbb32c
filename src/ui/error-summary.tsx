import CircleAlert from 'lucide-react/icons/circle-alert';
import { useEffect, useId, useRef, type MouseEvent } from 'react';

const words = { title: 'There is a problem' };

export interface SummaryError {
  message: string;
  /** The id of the control that the message is about; without it the message is not a link. */
  fieldId?: string | undefined;
}

export interface ErrorSummaryProps {
  errors: readonly SummaryError[];
  /** How often the form was submitted. Focus moves here on each failed attempt, never while the user corrects a field. */
  attempt?: number;
}

/** All errors of a form, above its fields; takes the focus when it appears. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const ref = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const failed = errors.length > 0;
  const occasion = attempt ?? errors.map((error) => error.message).join('\n');

  useEffect(() => {
    if (failed) ref.current?.focus();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new attempt moves the focus, although the effect does not read its number
  }, [failed, occasion]);

  if (!failed) return null;
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
      className="flex gap-2 rounded-md border border-danger bg-[color-mix(in_oklab,var(--color-danger)_6%,var(--color-surface))] p-3"
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0">
        <h2 id={titleId} className="font-semibold">
          {words.title}
        </h2>
        <ul className="mt-1 flex flex-col gap-1">
          {errors.map((error) => (
            <li key={`${error.fieldId ?? ''} ${error.message}`}>
              {error.fieldId ? (
                <a href={`#${error.fieldId}`} onClick={focusField} className="text-danger underline underline-offset-2 hover:decoration-2">
                  {error.message}
                </a>
              ) : (
                <span className="text-danger">{error.message}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Focuses the control without following the link: its hash would add a history entry. */
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  event.preventDefault();
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  // Scrolls the label into view as well, which is above the control.
  field?.parentElement?.scrollIntoView({ block: 'nearest' });
  field?.focus();
}
