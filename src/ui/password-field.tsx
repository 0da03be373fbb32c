import { useEffect, useId, useState } from 'react';
import { cx } from './cx.ts';
import { controlClass, Field } from './field.tsx';
import type { TextFieldProps } from './text-field.tsx';

const words = { show: 'Show', hide: 'Hide', what: 'password' };

export interface PasswordFieldProps extends Omit<TextFieldProps, 'type'> {
  /** Shown from the start: for a password generated for someone else, which has to be read. */
  initiallyShown?: boolean;
}

/** A password input with a button that reveals it; masked again on submit, so that password managers recognise it. */
export function PasswordField({ label, hint, error, id: givenId, className, initiallyShown = false, ...input }: PasswordFieldProps) {
  const [shown, setShown] = useState(initiallyShown);
  const ownId = useId();
  const id = givenId ?? ownId;

  useEffect(() => {
    const field = document.getElementById(id);
    const form = field instanceof HTMLInputElement ? field.form : null;
    const mask = () => setShown(false);
    // In the capture phase: the form's own handler stops the event.
    form?.addEventListener('submit', mask, true);
    return () => form?.removeEventListener('submit', mask, true);
  }, [id]);

  return (
    <Field label={label} hint={hint} error={error} id={id} className={className}>
      {(ids) => (
        <div className="relative">
          <input
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            {...input}
            {...ids}
            type={shown ? 'text' : 'password'}
            className={cx(controlClass, 'pe-16')}
          />
          <button
            type="button"
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 end-0 min-w-14 rounded-md px-2 font-medium text-muted hover:text-ink focus-visible:-outline-offset-2"
          >
            <span>{shown ? words.hide : words.show}</span> <span className="sr-only">{words.what}</span>
          </button>
        </div>
      )}
    </Field>
  );
}
