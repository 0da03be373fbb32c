import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { ApiError } from '../../http/errors.ts';
import { formProblem } from '../../forms/form-problem.ts';
import type { Member } from '../../contract/members.ts';
import { changedFields } from '../../forms/changed-fields.ts';
import { useDocumentTitle } from '../../stores/document-title.ts';
import { announce } from '../../stores/status.ts';
import { useUnsavedChanges } from '../../forms/use-unsaved-changes.ts';
import { Button } from '../../ui/button.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { DiscardChanges } from '../../forms/discard-changes.tsx';
import { FormActions, FormRow } from '../../forms/form-layout.tsx';
import { Form, formOptions } from '../../forms/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDialogMutation } from '../../lists/use-row.ts';
import { DepartmentField } from '../../forms/department-field.tsx';
import { memberEditSchema, type MemberEditValues } from './member-schema.ts';
import { updateMemberOptions } from '../../data/member-changes.ts';
import { fullName } from '../../data/members.ts';
import { useDepartmentOption } from './use-member-rows.ts';
import { words } from './words.ts';

/** What can be changed of a member. E-mail address and role cannot, and are never sent. */
export function EditMemberForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const client = useQueryClient();
  const update = useDialogMutation(updateMemberOptions(client));
  // `values`: the department's name may come later than the form; nothing that was edited is lost to it.
  const values = { first_name: member.first_name, last_name: member.last_name, department: useDepartmentOption(member) };
  const form = useForm({ ...formOptions, resolver: zodResolver(memberEditSchema), values, resetOptions: { keepDirtyValues: true } });
  const { errors, isDirty, isSubmitting, submitCount } = form.formState;
  const unsaved = useUnsavedChanges(isDirty, isSubmitting);
  useDocumentTitle(words.editTitle, submitCount > 0 && Object.keys(errors).length > 0);

  useEffect(() => form.setFocus('first_name'), [form]);

  async function save(edited: MemberEditValues) {
    const changes = changedFields(sentOf(values), sentOf(edited));
    if (Object.keys(changes).length === 0) announce(words.unchanged);
    else await update.mutateAsync({ id: member.id, changes }).catch(explainGone);
    unsaved.saved();
    onClose();
  }

  function explainGone(error: unknown): never {
    if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error;
    void client.invalidateQueries({ queryKey: ['members'] });
    throw new ApiError('validation', { status: 404, messages: [words.goneWhileEditing(fullName(member))] });
  }

  return (
    <>
      <Form form={form} onSubmit={save} explain={formProblem}>
        <TextField label={words.email} type="email" readOnly value={member.email} hint={words.emailFixed} />
        <FormRow>
          <TextField label={words.firstName} autoComplete="off" error={errors.first_name?.message} {...form.register('first_name')} />
          <TextField label={words.lastName} autoComplete="off" error={errors.last_name?.message} {...form.register('last_name')} />
        </FormRow>
        <Deferred standIn={<TextField label={words.department} disabled defaultValue={values.department?.label} />}>
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
        <FormActions>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary" pending={isSubmitting}>
            {words.save}
          </Button>
        </FormActions>
      </Form>
      <DiscardChanges asking={unsaved.asking} onKeep={unsaved.keepEditing} onDiscard={unsaved.discard} />
    </>
  );
}

function sentOf({ first_name, last_name, department }: MemberEditValues) {
  return { first_name, last_name, department: department?.id ?? '' };
}
