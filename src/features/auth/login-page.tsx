import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod/mini';
import { session } from '../../session/client.ts';
import { formProblem } from '../../forms/form-problem.ts';
import { paths } from '../../paths.ts';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { emailSpellings } from '../../lib/email.ts';
import { emailText, passwordText } from '../../forms/form-fields.ts';
import { safeNext } from '../../lib/next-path.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { Button } from '../../ui/button.tsx';
import { Form, formOptions } from '../../forms/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { textLink } from '../../ui/text-link.ts';

const schema = z.object({ email: emailText('Enter your email'), password: passwordText('Enter your password') });

/** Logs in and continues to the page that the visitor wanted. */
export function Component() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const form = useForm({ ...formOptions, resolver: zodResolver(schema), defaultValues: { email: '', password: '' } });
  const { errors, isSubmitting, submitCount } = form.formState;
  useDocumentTitle('Log in', submitCount > 0 && Object.keys(errors).length > 0);

  async function logIn({ email: typed, password }: z.infer<typeof schema>) {
    const [email, ...otherEmails] = emailSpellings(typed);
    await session.logIn({ email, otherEmails, password });
    await navigate(safeNext(params.get('next') ?? paths.overview), { replace: true });
  }

  return (
    <>
      <PageHeader title="Log in" />
      <SessionNotice />
      <Form form={form} onSubmit={logIn} explain={formProblem}>
        <TextField label="Email" type="email" autoComplete="username" error={errors.email?.message} {...form.register('email')} />
        <PasswordField label="Password" autoComplete="current-password" error={errors.password?.message} {...form.register('password')} />
        <Button type="submit" variant="primary" pending={isSubmitting}>
          Log in
        </Button>
      </Form>
      <p className="flex flex-wrap justify-between gap-x-4 gap-y-2">
        <Link to={paths.resetPassword} className={textLink}>
          Forgot password?
        </Link>
        <Link to={paths.signup} className={textLink}>
          Create an account
        </Link>
      </p>
    </>
  );
}

/** Says why the visitor is here, if a session has just ended other than by logging out here. */
function SessionNotice() {
  const state = session.getState();
  if (state.status !== 'ended') return null;
  if (state.reason === 'expired') return <Notice>Your session has ended. Log in again to go on.</Notice>;
  if (state.reason === 'elsewhere') return <Notice>You were logged out in another tab.</Notice>;
  if (state.reason === 'logout') return null;
  // A full page load, and only on request: a tab never switches to another user by itself.
  return (
    <Notice tone="warn" actions={<a href={paths.overview} className={buttonClass('secondary')}>Use their account</a>}>
      Somebody else has logged in to this browser, so this tab was closed to you. Log in again, or go on with their account.
    </Notice>
  );
}
