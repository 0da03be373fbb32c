import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { generatePassword } from '../../lib/generate-password.ts';
import { passwordRule } from '../../forms/password-rule.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { ComboboxOption } from '../../ui/combobox.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { FormRow } from '../../forms/form-layout.tsx';
import { formOptions } from '../../forms/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ControlledDepartment } from '../../forms/controlled-department.tsx';
import { DialogForm } from '../../forms/dialog-form.tsx';
import { newMemberSchema, type NewMemberValues } from './member-schema.ts';
import { dialogWords } from './dialog-words.ts';
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
  const { errors } = form.formState;
  const [generated, setGenerated] = useState(0);

  function generate() {
    form.setValue('password', generatePassword(), { shouldDirty: true });
    form.clearErrors('password');
    setGenerated((count) => count + 1);
  }

  return (
    <DialogForm form={form} title={words.add} firstField="email" submit={words.add} onSave={onSave} onCancel={onCancel}>
      <TextField label={words.email} type="email" autoComplete="off" error={errors.email?.message} {...form.register('email')} />
      <FormRow>
        <TextField label={words.firstName} autoComplete="off" error={errors.first_name?.message} {...form.register('first_name')} />
        <TextField label={words.lastName} autoComplete="off" error={errors.last_name?.message} {...form.register('last_name')} />
      </FormRow>
      <Deferred standIn={<TextField label={words.department} disabled defaultValue={department?.label} />}>
        <Controller control={form.control} name="department" render={(control) => <ControlledDepartment {...control} onEdit={() => form.clearErrors('department')} />} />
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
        <Button onClick={generate}>{dialogWords.generate}</Button>
      </div>
      <Checkbox label={dialogWords.addAnother} checked={another} onChange={(event) => onAnother(event.target.checked)} />
    </DialogForm>
  );
}
