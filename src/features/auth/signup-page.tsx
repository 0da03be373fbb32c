import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod/mini';
import { formProblem } from '../../forms/form-problem.ts';
import { paths } from '../../paths.ts';
import { limits } from '../../contract/limits.ts';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { normalizeEmail } from '../../lib/email.ts';
import { emailText, passwordText, requiredText } from '../../forms/form-fields.ts';
import { passwordRule } from '../../forms/password-rule.ts';
import { useUnsavedChanges } from '../../forms/use-unsaved-changes.ts';
import { Button } from '../../ui/button.tsx';
import { Form, formOptions } from '../../forms/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { textLink } from '../../ui/text-link.ts';
import { signUp } from '../../api/accounts.ts';
import { onceOnly } from '../../data/once-only.ts';
import { ApiError } from '../../http/errors.ts';

const schema = z.object({
  email: emailText('Enter your email'),
  first_name: requiredText('Enter your first name', limits.personName),
  last_name: requiredText('Enter your last name', limits.personName),
  password: passwordText('Enter a password'),
});

type SignUpValues = Parameters<typeof signUp>[0];

/** No endpoint tells whether an attempt whose response was lost has gone through: the refusal of the next one does. */
const signUpOnce = () =>
  onceOnly({
    send: signUp,
    find: async (before: SignUpValues, now: SignUpValues, refusal: ApiError | null) => {
      if (refusal === null || before.email !== now.email || !('email' in refusal.fields)) return null;
      throw new ApiError('validation', { status: refusal.status, messages: ['Your account was probably created by the attempt before. Look for the activation link in your mailbox. If nothing comes, use another address.'] });
    },
  });

/** Signs up the admin of a company. */
export function Component() {
  const navigate = useNavigate();
  const mutation = useMutation({ mutationFn: useState(signUpOnce)[0] });
  const form = useForm({ ...formOptions, resolver: zodResolver(schema), defaultValues: { email: '', first_name: '', last_name: '', password: '' } });
  const { errors, isDirty, isSubmitting, submitCount } = form.formState;
  useDocumentTitle('Create your account', submitCount > 0 && Object.keys(errors).length > 0);
  const saved = useUnsavedChanges(isDirty, { sending: isSubmitting });

  async function create(values: z.infer<typeof schema>) {
    // As the server stores it: log-in needs exactly this spelling.
    const { email } = await mutation.mutateAsync({ ...values, email: normalizeEmail(values.email) });
    saved();
    await navigate(paths.checkEmail, { state: { email } });
  }

  return (
    <>
      <PageHeader title="Create your account" />
      <Form form={form} onSubmit={create} explain={formProblem}>
        <TextField label="Email" type="email" autoComplete="username" error={errors.email?.message} {...form.register('email')} />
        <TextField label="First name" autoComplete="given-name" error={errors.first_name?.message} {...form.register('first_name')} />
        <TextField label="Last name" autoComplete="family-name" error={errors.last_name?.message} {...form.register('last_name')} />
        <PasswordField label="Password" autoComplete="new-password" hint={passwordRule} error={errors.password?.message} {...form.register('password')} />
        <Button type="submit" variant="primary" pending={isSubmitting}>
          Create account
        </Button>
      </Form>
      <p>
        You have an account?{' '}
        <Link to={paths.login} className={textLink}>
          Log in
        </Link>
      </p>
    </>
  );
}
