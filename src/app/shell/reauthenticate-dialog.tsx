import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { session } from '../../session/client.ts';
import { formProblem } from '../../forms/form-problem.ts';
import { emailSpellings } from '../../lib/email.ts';
import { emailText, passwordText } from '../../forms/form-fields.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../forms/form-layout.tsx';
import { Form, formOptions } from '../../forms/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { z } from 'zod/mini';

const schema = z.object({ email: emailText('Enter your email'), password: passwordText('Enter your password') });

/**
 * Asks for the password again over the page, which stays as it is and continues once the same user has logged in. When another
 * user logs in, the session becomes `switched` and the app starts afresh. Cancelling logs out.
 */
export default function ReauthenticateDialog({ email }: { email: string | undefined }) {
  const form = useForm({ ...formOptions, resolver: zodResolver(schema), defaultValues: { email: email ?? '', password: '' } });
  const { errors, isSubmitting } = form.formState;
  return (
    <Dialog title="Your session has ended" onClose={() => session.logOut()}>
      <p className="text-muted">Log in again to go on where you are. What you have typed is kept.</p>
      <Form
        form={form}
        explain={formProblem}
        className="mt-4"
        onSubmit={({ email: typed, password }) => {
          const [first, ...otherEmails] = emailSpellings(typed);
          return session.reauthenticate({ email: first, otherEmails, password });
        }}
      >
        <TextField label="Email" type="email" autoComplete="username" readOnly={email !== undefined} error={errors.email?.message} {...form.register('email')} />
        <PasswordField label="Password" autoComplete="current-password" autoFocus error={errors.password?.message} {...form.register('password')} />
        <FormActions>
          <Button onClick={() => session.logOut()}>Log out</Button>
          <Button type="submit" variant="primary" pending={isSubmitting}>
            Log in
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
