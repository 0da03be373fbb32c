import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod/mini';
import { formProblem } from '../../forms/form-problem.ts';
import { paths } from '../../paths.ts';
import { passwordText } from '../../forms/form-fields.ts';
import { announce } from '../../stores/status.ts';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { passwordRule } from '../../forms/password-rule.ts';
import { useUnsavedChanges } from '../../forms/use-unsaved-changes.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { Button } from '../../ui/button.tsx';
import { Form, formOptions } from '../../forms/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { changePasswordOptions } from '../../data/change-password.ts';
import { meOptions } from '../../data/me.ts';

// Named as in the API, so that its errors appear at their fields.
const schema = z.object({
  current_password: passwordText('Enter your current password'),
  new_password: passwordText('Enter a new password'),
});

/** Changes the logged-in user's password; the user stays logged in. */
export function Component() {
  const { data: me } = useQuery({ ...meOptions(), throwOnError: (_error, query) => query.state.data === undefined });
  const change = useMutation(useState(changePasswordOptions)[0]);
  const navigate = useNavigate();
  const form = useForm({ ...formOptions, resolver: zodResolver(schema), defaultValues: { current_password: '', new_password: '' } });
  const { errors, isDirty, isSubmitting, submitCount } = form.formState;
  useDocumentTitle('Change password', submitCount > 0 && Object.keys(errors).length > 0);
  const saved = useUnsavedChanges(isDirty, { sending: isSubmitting });

  async function save({ current_password, new_password }: z.infer<typeof schema>) {
    if (!me) return; // the button is pending until then
    await change.mutateAsync({ email: me.email, current: current_password, next: new_password });
    saved();
    announce('Password changed', { forNextPage: true });
    await navigate(paths.profile);
  }

  return (
    <>
      <PageHeader title="Change password" />
      <Form form={form} onSubmit={save} explain={formProblem}>
        {/* Tells password managers whose password it is. */}
        <input type="email" autoComplete="username" readOnly hidden value={me?.email ?? ''} />
        <PasswordField label="Current password" autoComplete="current-password" error={errors.current_password?.message} {...form.register('current_password')} />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          hint={passwordRule}
          error={errors.new_password?.message}
          {...form.register('new_password')}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" pending={isSubmitting || !me}>
            Change password
          </Button>
          <Link to={paths.profile} className={buttonClass('secondary')}>
            Cancel
          </Link>
        </div>
      </Form>
    </>
  );
}
