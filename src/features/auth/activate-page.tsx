import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'react-router';
import { formProblem } from '../../forms/form-problem.ts';
import { ApiError } from '../../http/errors.ts';
import { paths } from '../../paths.ts';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { activate } from '../../api/accounts.ts';
import { isDeadLink, useLinkState } from './link-state.ts';
import { LoggedInNotice } from './logged-in-notice.tsx';

/** The page of the emailed activation link. Link scanners and prefetching open it too, so nothing is sent until the click. */
export function Component() {
  useDocumentTitle('Activate your account');
  const link = useLinkState();
  const mutation = useMutation({ mutationFn: activate });
  const { error, isPending, isSuccess } = mutation;
  const sending = useRef(false);
  const alreadyActive = error instanceof ApiError && error.kind === 'forbidden';
  const deadLink = link === null || isDeadLink(error);

  // The second click of a double click comes before the button has re-rendered as pending.
  function send() {
    if (link === null || sending.current) return;
    sending.current = true;
    mutation.mutate(link, { onSettled: () => (sending.current = false) });
  }

  return (
    <>
      <PageHeader title="Activate your account" />
      {isSuccess ? (
        <Outcome title="Your account is active" />
      ) : alreadyActive ? (
        <Outcome title="This account is already active" />
      ) : deadLink ? (
        <DeadLink />
      ) : (
        <>
          <LoggedInNotice consequence="Activating the account of this link does not change that." />
          {error && <ErrorSummary attempt={mutation.failureCount} errors={formProblem(error).messages.map((message) => ({ message }))} />}
          <p>One click, and your account is ready to use.</p>
          <Button variant="primary" pending={isPending} onClick={send}>
            Activate my account
          </Button>
        </>
      )}
    </>
  );
}

function Outcome({ title }: { title: string }) {
  return (
    <>
      <Notice tone="success" role="alert" title={title} />
      <Link to={paths.login} className={buttonClass('primary')}>
        Log in
      </Link>
    </>
  );
}

function DeadLink() {
  return (
    <>
      <Notice tone="danger" role="alert" title="This link is not valid or has expired">
        If your account is active already, log in. If not, create it again.
      </Notice>
      <div className="flex flex-wrap gap-2">
        <Link to={paths.login} className={buttonClass('primary')}>
          Log in
        </Link>
        <Link to={paths.signup} className={buttonClass('secondary')}>
          Create an account
        </Link>
      </div>
    </>
  );
}
