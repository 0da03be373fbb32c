import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod/mini';
import { session } from '../../session/client.ts';
import { formProblem } from '../../forms/form-problem.ts';
import { paths } from '../../paths.ts';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { passwordText } from '../../forms/form-fields.ts';
import { passwordRule } from '../../forms/password-rule.ts';
import { announce } from '../../stores/status.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { Button } from '../../ui/button.tsx';
import { Form, formOptions } from '../../forms/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { confirmReset } from '../../api/accounts.ts';
import { onceOnly } from '../../data/once-only.ts';
import { ApiError } from '../../http/errors.ts';
import { isDeadLink, useLinkState } from './link-state.ts';
import { LoggedInNotice } from './logged-in-notice.tsx';

const schema = z.object({ new_password: passwordText('Enter a new password') });

type NewPassword = Parameters<typeof confirmReset>[0];

/** A link dies with the password that it changes: when the response to the attempt before was lost, that one may have done it. */
const confirmOnce = () =>
  onceOnly({
    send: async (sent: NewPassword) => {
      await confirmReset(sent);
      return sent;
    },
    find: async (_before: NewPassword, _now: NewPassword, refusal: ApiError | null) => {
      if (!isDeadLink(refusal)) return null;
      throw new ApiError('validation', { status: 400, messages: ['Your new password was probably set by the attempt before. Try to log in with it.'] });
    },
  });

/** The page of the emailed reset link. */
export function Component() {
  const link = useLinkState();
  const navigate = useNavigate();
  const mutation = useMutation({ mutationFn: useState(confirmOnce)[0] });
  const form = useForm({ ...formOptions, resolver: zodResolver(schema), defaultValues: { new_password: '' } });
  const { errors, isSubmitting, submitCount } = form.formState;
  useDocumentTitle('Choose a new password', submitCount > 0 && Object.keys(errors).length > 0);
  const deadLink = link === null || isDeadLink(mutation.error);

  async function save({ new_password }: z.infer<typeof schema>) {
    if (!link) return; // the form is only shown with a link
    await mutation.mutateAsync({ ...link, password: new_password });
    // The log-in page is for visitors only, so anyone logged in is logged out first; the link may belong to another user.
    if (session.getState().status !== 'anonymous') session.logOut();
    announce('Password changed. Log in with your new password.', { forNextPage: true });
    await navigate(paths.login, { replace: true });
  }

  return (
    <>
      <PageHeader title="Choose a new password" />
      {deadLink ? (
        <>
          <Notice tone="danger" role="alert" title="This link is not valid or has expired">
            A link is good for three days, and only until the password is changed.
          </Notice>
          <Link to={paths.resetPassword} className={buttonClass('primary')}>
            Ask for a new link
          </Link>
        </>
      ) : (
        <>
          <LoggedInNotice consequence="Setting a password by this link logs you out here." />
          <Form form={form} onSubmit={save} explain={formProblem}>
            <PasswordField
              label="New password"
              autoComplete="new-password"
              hint={passwordRule}
              error={errors.new_password?.message}
              {...form.register('new_password')}
            />
            <Button type="submit" variant="primary" pending={isSubmitting}>
              Set new password
            </Button>
          </Form>
        </>
      )}
    </>
  );
}
