import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod/mini';
import { formProblem } from '../../forms/form-problem.ts';
import { limits } from '../../contract/limits.ts';
import { useDocumentTitle } from '../../stores/document-title.ts';
import { requiredText } from '../../forms/form-fields.ts';
import { withTakenName } from '../../forms/taken-name.ts';
import { useUnsavedChanges } from '../../forms/use-unsaved-changes.ts';
import { Button } from '../../ui/button.tsx';
import { DiscardChanges } from '../../forms/discard-changes.tsx';
import { FormActions } from '../../forms/form-layout.tsx';
import { Form, formOptions } from '../../forms/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { words } from './words.ts';

const schema = z.object({ name: requiredText(words.nameMissing, limits.departmentName) });

export interface DepartmentFormProps {
  title: string;
  submit: string;
  name: string;
  /** Stores the name and closes; `leave` has to be called in between, so that nothing asks about unsaved changes. */
  onSave: (name: string, leave: () => void) => Promise<void>;
  onCancel: () => void;
}

/** A department's one field, for a new one and for a new name. */
export function DepartmentForm({ title, submit, name, onSave, onCancel }: DepartmentFormProps) {
  const form = useForm({ ...formOptions, resolver: zodResolver(schema), defaultValues: { name } });
  const { errors, isDirty, isSubmitting, submitCount } = form.formState;
  const unsaved = useUnsavedChanges(isDirty, isSubmitting);
  useDocumentTitle(title, submitCount > 0 && Object.keys(errors).length > 0);

  useEffect(() => form.setFocus('name'), [form]);

  return (
    <>
      <Form
        form={form}
        onSubmit={(values) => onSave(values.name.trim(), unsaved.saved)}
        explain={(error) => withTakenName(formProblem(error), form.getValues('name'))}
      >
        <TextField label={words.name} autoComplete="off" error={errors.name?.message} {...form.register('name')} />
        <FormActions>
          <Button onClick={onCancel}>{words.cancel}</Button>
          <Button type="submit" variant="primary" pending={isSubmitting}>
            {submit}
          </Button>
        </FormActions>
      </Form>
      <DiscardChanges asking={unsaved.asking} onKeep={unsaved.keepEditing} onDiscard={unsaved.discard} />
    </>
  );
}
