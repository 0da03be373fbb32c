import { useEffect, type ReactNode } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useDocumentTitle } from '../stores/use-document-title.ts';
import { Button } from '../ui/button.tsx';
import { formProblem } from './form-problem.ts';
import { FormActions } from './form-layout.tsx';
import { Form } from './form.tsx';
import type { FormProblem } from './server-errors.ts';
import { useUnsavedChanges } from './use-unsaved-changes.ts';

interface DialogFormProps<Values extends FieldValues, Output> {
  form: UseFormReturn<Values, unknown, Output>;
  /** The dialog's title, for the document's. */
  title: string;
  firstField: FieldPath<Values>;
  submit: string;
  /** Sends the form; a rejection is shown in it. */
  onSave: (values: Output) => Promise<void>;
  /** The changes are stored: leaving asks nothing any more. */
  onSaved?: () => void;
  onCancel: () => void;
  explain?: (error: unknown) => FormProblem;
  children: ReactNode;
}

/** A form that is all of a dialog: the first field has the focus, leaving asks while there are unsaved changes, and nobody leaves while they are sent. */
export function DialogForm<Values extends FieldValues, Output>({ form, title, firstField, submit, onSave, onSaved, onCancel, explain = formProblem, children }: DialogFormProps<Values, Output>) {
  const { errors, isDirty, isSubmitting, submitCount } = form.formState;
  const saved = useUnsavedChanges(isDirty, { sending: isSubmitting });
  useDocumentTitle(title, submitCount > 0 && Object.keys(errors).length > 0);
  useEffect(() => form.setFocus(firstField), [form, firstField]);

  async function save(values: Output) {
    await onSave(values);
    saved();
    onSaved?.();
  }

  return (
    <Form form={form} onSubmit={save} explain={explain}>
      {children}
      <FormActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" pending={isSubmitting}>
          {submit}
        </Button>
      </FormActions>
    </Form>
  );
}
