import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { z } from 'zod/mini';
import { formProblem } from '../../forms/form-problem.ts';
import { paths } from '../../paths.ts';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { emailSpellings, readableEmail } from '../../lib/email.ts';
import { emailText } from '../../forms/form-fields.ts';
import { breakableEmail } from '../../ui/breakable-email.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, formOptions } from '../../forms/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { textLink } from '../../ui/text-link.ts';
import { requestReset } from '../../api/accounts.ts';

const schema = z.object({ email: emailText('Enter your email') });

/** Requests a reset link. Says the same for known and unknown addresses, like the API, so as not to reveal who has an account. */
export function Component() {
  const mutation = useMutation({ mutationFn: requestResets });
  const form = useForm({ ...formOptions, resolver: zodResolver(schema), defaultValues: { email: '' } });
  const { errors, isSubmitting, submitCount } = form.formState;
  useDocumentTitle('Reset your password', submitCount > 0 && Object.keys(errors).length > 0);
  return (
    <>
      <PageHeader title="Reset your password" />
      {mutation.isSuccess && (
        <Notice tone="success" role="alert">
          If <bdi className="wrap-anywhere">{breakableEmail(readableEmail(mutation.variables))}</bdi> has an active account, a link is on its way
        </Notice>
      )}
      <Form
        form={form}
        explain={formProblem}
        onSubmit={async ({ email }) => {
          await mutation.mutateAsync(email);
        }}
      >
        <TextField
          label="Email"
          type="email"
          autoComplete="username"
          hint="We send a link to this address, with which you choose a new password."
          error={errors.email?.message}
          {...form.register('email')}
        />
        <Button type="submit" variant="primary" pending={isSubmitting}>
          Send reset link
        </Button>
      </Form>
      <Link to={paths.login} className={textLink}>
        Back to log in
      </Link>
    </>
  );
}

/** For each spelling in which the account of the address may be stored: the server compares letter by letter. */
async function requestResets(email: string): Promise<void> {
  for (const spelling of emailSpellings(email)) await requestReset(spelling);
}
