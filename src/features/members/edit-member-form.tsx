import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import type { Member } from '../../contract/members.ts';
import { updateMemberOptions } from '../../data/member-changes.ts';
import { fullName } from '../../data/members.ts';
import { changedFields } from '../../forms/changed-fields.ts';
import { ControlledDepartment } from '../../forms/controlled-department.tsx';
import { DialogForm } from '../../forms/dialog-form.tsx';
import { FormRow } from '../../forms/form-layout.tsx';
import { formOptions } from '../../forms/form.tsx';
import { sayGone } from '../../forms/gone-meanwhile.ts';
import { useDialogMutation } from '../../lists/use-dialog-mutation.ts';
import { announce } from '../../stores/status.ts';
import { Deferred } from '../../ui/deferred.tsx';
import { readableEmail } from '../../lib/email.ts';
import { TextField } from '../../ui/text-field.tsx';
import { memberEditSchema, type MemberEditValues } from './member-schema.ts';
import { useDepartmentOption } from './use-department-option.ts';
import { dialogWords } from './dialog-words.ts';
import { words } from './words.ts';

/** What can be changed of a member. Email address and role cannot, and are never sent. */
export function EditMemberForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const update = useDialogMutation(updateMemberOptions(useQueryClient()));
  // `values`: the department's name may come later than the form; nothing that was edited is lost to it.
  const values = { first_name: member.first_name, last_name: member.last_name, department: useDepartmentOption(member) };
  const form = useForm({ ...formOptions, resolver: zodResolver(memberEditSchema), values, resetOptions: { keepDirtyValues: true } });
  const { errors } = form.formState;

  async function save(edited: MemberEditValues) {
    const changes = changedFields(sentOf(values), sentOf(edited));
    if (Object.keys(changes).length === 0) announce(dialogWords.unchanged);
    else await update.mutateAsync({ id: member.id, changes }).catch(sayGone(dialogWords.goneWhileEditing(fullName(member))));
  }

  return (
    <DialogForm form={form} title={dialogWords.editTitle} firstField="first_name" submit={words.save} onSave={save} onSaved={onClose} onCancel={onClose}>
      <TextField label={words.email} type="email" readOnly value={readableEmail(member.email)} hint={dialogWords.emailFixed} />
      <FormRow>
        <TextField label={words.firstName} autoComplete="off" error={errors.first_name?.message} {...form.register('first_name')} />
        <TextField label={words.lastName} autoComplete="off" error={errors.last_name?.message} {...form.register('last_name')} />
      </FormRow>
      <Deferred standIn={<TextField label={words.department} disabled defaultValue={values.department?.label} />}>
        <Controller control={form.control} name="department" render={(control) => <ControlledDepartment {...control} onEdit={() => form.clearErrors('department')} />} />
      </Deferred>
    </DialogForm>
  );
}

function sentOf({ first_name, last_name, department }: MemberEditValues) {
  return { first_name, last_name, department: department?.id ?? '' };
}
