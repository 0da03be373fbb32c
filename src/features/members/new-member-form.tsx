import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { formProblem } from '../../forms/form-problem.ts';
import { useDocumentTitle } from '../../stores/document-title.ts';
import { generatePassword } from '../../lib/generate-password.ts';
import { passwordRule } from '../../forms/password-rule.ts';
import { useUnsavedChanges } from '../../forms/use-unsaved-changes.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { ComboboxOption } from '../../ui/combobox.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { DiscardChanges } from '../../forms/discard-changes.tsx';
import { FormActions, FormRow } from '../../forms/form-layout.tsx';
import { Form, formOptions } from '../../forms/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DepartmentField } from '../../forms/department-field.tsx';
import { newMemberSchema, type NewMemberValues } from './member-schema.ts';
import { words } from './words.ts';

interface NewMemberFormProps {
  department: ComboboxOption | null;
  another: boolean;
  onAnother: (another: boolean) => void;
  onSave: (values: NewMemberValues) => Promise<void>;
  onCancel: () => void;
}

/** The fields of a new member. They are another person's: nothing is filled in from the admin's own data. */
export function NewMemberForm({ department, another, onAnother, onSave, onCancel }: NewMemberFormProps) {
  const form = useForm({
    ...formOptions,
    resolver: zodResolver(newMemberSchema),
    // `values`: the department's name may come later than the form; nothing that was edited is lost to it.
    values: { email: '', first_name: '', last_name: '', department, password: '' },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty, isSubmitting, submitCount } = form.formState;
  const [generated, setGenerated] = useState(0);
  const unsaved = useUnsavedChanges(isDirty, isSubmitting);
  useDocumentTitle(words.add, submitCount > 0 && Object.keys(errors).length > 0);

  useEffect(() => form.setFocus('email'), [form]);

  function generate() {
    form.setValue('password', generatePassword(), { shouldDirty: true });
    form.clearErrors('password');
    setGenerated((count) => count + 1);
  }

  async function save(values: NewMemberValues) {
    await onSave(values);
    unsaved.saved();
  }

  return (
    <>
      <Form form={form} onSubmit={save} explain={formProblem}>
        <TextField label={words.email} type="email" autoComplete="off" error={errors.email?.message} {...form.register('email')} />
        <FormRow>
          <TextField label={words.firstName} autoComplete="off" error={errors.first_name?.message} {...form.register('first_name')} />
          <TextField label={words.lastName} autoComplete="off" error={errors.last_name?.message} {...form.register('last_name')} />
        </FormRow>
        <Deferred standIn={<TextField label={words.department} disabled defaultValue={department?.label} />}>
          <Controller
            control={form.control}
            name="department"
            render={({ field: { ref, onChange, ...field }, fieldState }) => (
              <DepartmentField
                {...field}
                inputRef={ref}
                error={fieldState.error?.message}
                onChange={(department) => {
                  onChange(department);
                  form.clearErrors('department');
                }}
              />
            )}
          />
        </Deferred>
        <div className="flex flex-col items-start gap-2">
          {/* Made anew with each generated password, so that it is in sight: the admin has to pass it on. */}
          <PasswordField
            key={generated}
            className="w-full"
            label={words.password}
            hint={passwordRule}
            // Not "off", which browsers pass over for passwords: they would fill in the admin's own.
            autoComplete="new-password"
            initiallyShown={generated > 0}
            error={errors.password?.message}
            {...form.register('password')}
          />
          <Button onClick={generate}>{words.generate}</Button>
        </div>
        <Checkbox label={words.addAnother} checked={another} onChange={(event) => onAnother(event.target.checked)} />
        <FormActions>
          <Button onClick={onCancel}>{words.cancel}</Button>
          <Button type="submit" variant="primary" pending={isSubmitting}>
            {words.add}
          </Button>
        </FormActions>
      </Form>
      <DiscardChanges asking={unsaved.asking} onKeep={unsaved.keepEditing} onDiscard={unsaved.discard} />
    </>
  );
}
