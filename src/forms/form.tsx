import { useRef, useState, type FocusEvent, type InputEvent, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react';
import type { FieldErrors, FieldPath, FieldPathValue, FieldValues, UseFormReturn } from 'react-hook-form';
import { placeErrors, type FormProblem } from './server-errors.ts';
import { cx } from '../ui/cx.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { StillWorking } from '../ui/still-working.tsx';

export interface FormProps<Values extends FieldValues, Output> {
  form: UseFormReturn<Values, unknown, Output>;
  /** Sends the form. When it rejects, the form shows the errors at its fields and the rest in its summary, and keeps the values. */
  onSubmit: (values: Output) => Promise<void>;
  /** Turns the rejection into messages for the user. */
  explain: (error: unknown) => FormProblem;
  /** The form's accessible name, if the page has more than one form. */
  label?: string;
  className?: string;
  children: ReactNode;
}

/** The options that `Form` needs, to be spread into `useForm`: it validates fields and moves the focus itself. */
export const formOptions = { mode: 'onSubmit', reValidateMode: 'onSubmit', shouldFocusError: false } as const;

/** Errors of this type came from the server: they concern the value that was sent, and go away when it is edited. */
const serverError = 'server';

/** Within this time (ms) after a success another press belongs to the one that led to it. */
const oneAct = 1000;

/**
 * A native form with react-hook-form (`useForm({ ...formOptions, … })`): Enter submits, and a double click, an impatient second
 * one and a held Enter submit once. A field is validated when the user leaves it with something in it, never while typing, and an
 * error goes away as soon as it is fixed. Every failed submit shows a summary that takes the focus. `method="post"` keeps passwords
 * out of the URL if the script fails to load.
 */
export function Form<Values extends FieldValues, Output>({ form, onSubmit, explain, label, className, children }: FormProps<Values, Output>) {
  const [refusals, setRefusals] = useState(0);
  const sending = useRef(false);
  /** When the form was last sent with success; forgotten as soon as something is edited. */
  const sentAt = useRef(-Infinity);
  const pointerDown = useRef(false);
  const { errors, isSubmitting } = form.formState;

  async function send(values: Output) {
    try {
      await onSubmit(values);
      sentAt.current = performance.now();
    } catch (error) {
      const { fields, rest } = placeErrors(explain(error), [...form.control._names.mount]);
      for (const [name, message] of Object.entries(fields)) {
        // `placeErrors` returns only names from the list it is given, which are the form's.
        form.setError(name as FieldPath<Values>, { type: serverError, message });
      }
      if (rest.length > 0) form.setError('root.server', { type: serverError, message: rest.join('\n') });
      setRefusals((count) => count + 1);
    }
  }

  async function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation(); // a dialog's form may be a React child of the page's form, which must not get its submit event
    if (sending.current || isOneActWith(sentAt.current)) return;
    sending.current = true;
    for (const input of event.currentTarget.elements) takeValue(input);
    try {
      await form.handleSubmit(send, () => setRefusals((count) => count + 1))(event);
    } finally {
      sending.current = false;
    }
  }

  // Password managers may fill in a field without an event, or with one that React ignores: what the input holds counts.
  function takeValue(input: Element) {
    const name = fieldName<Values>(input);
    const known: unknown = name && form.getValues(name);
    // The value of a department is not the text in its input.
    if (!name || typeof known !== 'string' || known === valueOf(input)) return;
    form.setValue(name, valueOf(input) as FieldPathValue<Values, typeof name>, { shouldDirty: true }); // a string before, and now
  }

  function check(target: EventTarget) {
    const name = fieldName<Values>(target);
    // When the summary takes the focus from the field in which Enter was pressed, the server's error there has to stay.
    if (!name || valueOf(target) === '' || sending.current || form.getFieldState(name).error?.type === serverError) return;
    void form.trigger(name);
  }

  // An error that appears between pointer down and up would move the button away from the pointer, so validation waits.
  function handleBlur({ target }: FocusEvent<HTMLFormElement>) {
    if (!pointerDown.current) check(target);
    else window.addEventListener('pointerup', () => setTimeout(() => check(target)), { once: true });
  }

  function handleInput({ target }: InputEvent<HTMLFormElement>) {
    sentAt.current = -Infinity;
    const name = fieldName<Values>(target);
    const error = name && form.getFieldState(name).error;
    if (!name || !error) return;
    if (error.type === serverError) form.clearErrors(name);
    else void form.trigger(name);
  }

  return (
    // Handles events that bubble up from its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      noValidate
      method="post"
      aria-label={label}
      className={cx('flex w-full max-w-120 flex-col gap-4', className)}
      onSubmit={(event) => void handleSubmit(event)}
      onBlur={handleBlur}
      onInput={handleInput}
      onKeyDown={ignoreHeldEnter}
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

/** Whether now is so soon after a success that a press cannot be a new decision. */
function isOneActWith(sentAt: number): boolean {
  return performance.now() - sentAt < oneAct;
}

function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault();
}

function fieldName<Values extends FieldValues>(target: EventTarget): FieldPath<Values> | null {
  const name = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.name : '';
  return name === '' ? null : (name as FieldPath<Values>); // inputs with a name are registered: their names are the form's paths
}

function valueOf(target: EventTarget): string {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
}

/** The lines of the summary: messages about the whole form first, then one per field, in order, with the id of its control. */
function summaryOf(errors: FieldErrors) {
  const own = errors.root?.['server']?.message?.split('\n') ?? [];
  const lines = Object.entries(errors).flatMap(([name, error]) => {
    if (name === 'root' || !error || typeof error.message !== 'string') return [];
    const control: unknown = 'ref' in error ? error.ref : undefined;
    // The ref of a controlled field (the combobox) is an object of react-hook-form's, so its input is looked up by name.
    const input = control instanceof HTMLElement ? control : document.getElementsByName(name)[0];
    return [{ message: error.message, fieldId: input?.id || undefined }];
  });
  return [...own.map((message) => ({ message, fieldId: undefined })), ...lines];
}
