import { useRef, useState, type FocusEvent, type InputEvent, type ReactNode, type SubmitEvent } from 'react';
import type { FieldErrors, FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { placeErrors, type FormProblem } from './server-errors.ts';
import { cx } from '../ui/cx.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { StillWorking } from '../ui/still-working.tsx';

export interface FormProps<Values extends FieldValues, Output> {
  form: UseFormReturn<Values, unknown, Output>;
  /** Sends the form. A rejection is shown by the form: at its fields, the rest in its summary; the values stay. */
  onSubmit: (values: Output) => Promise<void>;
  /** Says what a rejection means for people. */
  explain: (error: unknown) => FormProblem;
  /** A name for assistive technology, where the page has more than one form. */
  label?: string;
  className?: string;
  children: ReactNode;
}

/** The settings that `Form` needs, to be spread into `useForm`: it checks fields and moves the focus itself. */
export const formOptions = { mode: 'onSubmit', reValidateMode: 'onSubmit', shouldFocusError: false } as const;

/** Errors of this type came from the server: they say something of a value as it was sent, and go when it is edited. */
const serverError = 'server';

/**
 * A real form over react-hook-form (`useForm({ ...formOptions, … })`): Enter submits, a double click sends once, a field
 * is checked when it is left with something in it, never while one types, and an error goes as soon as it is mended.
 * Every refusal ends in a summary that takes the focus. `method=post`: should a script fail to load, no password ends up
 * in the address.
 */
export function Form<Values extends FieldValues, Output>({ form, onSubmit, explain, label, className, children }: FormProps<Values, Output>) {
  const [refusals, setRefusals] = useState(0);
  const sending = useRef(false);
  const pointerDown = useRef(false);
  const { errors, isSubmitting } = form.formState;

  async function send(values: Output) {
    try {
      await onSubmit(values);
    } catch (error) {
      const { fields, rest } = placeErrors(explain(error), [...form.control._names.mount]);
      for (const [name, message] of Object.entries(fields)) {
        // `placeErrors` answers only names out of the list it was given: the form's own.
        form.setError(name as FieldPath<Values>, { type: serverError, message });
      }
      if (rest.length > 0) form.setError('root.server', { type: serverError, message: rest.join('\n') });
      setRefusals((count) => count + 1);
    }
  }

  async function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation(); // a dialog's form is a React child of the page's: its submit is none of theirs
    if (sending.current) return;
    sending.current = true;
    try {
      await form.handleSubmit(send, () => setRefusals((count) => count + 1))(event);
    } finally {
      sending.current = false;
    }
  }

  function check(target: EventTarget) {
    const name = fieldName<Values>(target);
    // The summary takes the focus from the field in which Enter was pressed: what the server said there has to stay.
    if (!name || valueOf(target) === '' || sending.current || form.getFieldState(name).error?.type === serverError) return;
    void form.trigger(name);
  }

  // An error that appears between pointer down and up moves the button away from under the pointer: the check waits.
  function handleBlur({ target }: FocusEvent<HTMLFormElement>) {
    if (!pointerDown.current) check(target);
    else window.addEventListener('pointerup', () => setTimeout(() => check(target)), { once: true });
  }

  function handleInput({ target }: InputEvent<HTMLFormElement>) {
    const name = fieldName<Values>(target);
    const error = name && form.getFieldState(name).error;
    if (!name || !error) return;
    if (error.type === serverError) form.clearErrors(name);
    else void form.trigger(name);
  }

  return (
    // It listens to what bubbles up from its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      noValidate
      method="post"
      aria-label={label}
      className={cx('flex w-full max-w-120 flex-col gap-4', className)}
      onSubmit={(event) => void handleSubmit(event)}
      onBlur={handleBlur}
      onInput={handleInput}
      onPointerDownCapture={() => {
        pointerDown.current = true;
        window.addEventListener('pointerup', () => (pointerDown.current = false), { once: true });
      }}
    >
      <ErrorSummary attempt={refusals} errors={refusals > 0 ? summaryOf(errors) : []} />
      {children}
      <StillWorking active={isSubmitting} />
    </form>
  );
}

function fieldName<Values extends FieldValues>(target: EventTarget): FieldPath<Values> | null {
  const name = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.name : '';
  return name === '' ? null : (name as FieldPath<Values>); // named inputs are registered ones: their names are the form's paths
}

function valueOf(target: EventTarget): string {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
}

/** The summary's lines: the form's own messages first, then its fields' in their order, each with the id to focus. */
function summaryOf(errors: FieldErrors) {
  const own = errors.root?.['server']?.message?.split('\n') ?? [];
  const lines = Object.entries(errors).flatMap(([name, error]) => {
    if (name === 'root' || !error || typeof error.message !== 'string') return [];
    const control: unknown = 'ref' in error ? error.ref : undefined;
    // A controlled field's ref (the combobox's) is react-hook-form's own object: its input is found by its name.
    const input = control instanceof HTMLElement ? control : document.getElementsByName(name)[0];
    return [{ message: error.message, fieldId: input?.id || undefined }];
  });
  return [...own.map((message) => ({ message, fieldId: undefined })), ...lines];
}
