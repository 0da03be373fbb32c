import { Link, useLocation } from 'react-router';
import { z } from 'zod/mini';
import { paths } from '../../paths.ts';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { readableEmail } from '../../lib/email.ts';
import { breakableEmail } from '../../ui/breakable-email.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { textLink } from '../../ui/text-link.ts';

const stateSchema = z.object({ email: z.string() });

/** The page after sign-up. The email address is in the history entry's state, so that it survives a reload. */
export function Component() {
  useDocumentTitle('Check your email');
  const state = stateSchema.safeParse(useLocation().state);
  return (
    <>
      <PageHeader title="Check your email" />
      <p>
        We have sent a link to {state.success ? <strong className="font-semibold wrap-anywhere">{breakableEmail(readableEmail(state.data.email))}</strong> : <span>the address you signed up with</span>}.
        Open it to activate your account, then log in. It is good for three days.
      </p>
      <div>
        <h2 className="font-semibold">Nothing came?</h2>
        <ul className="mt-1 flex list-disc flex-col gap-1 ps-5">
          <li>Wait a few minutes, and look in the spam folder.</li>
          <li>{state.success && <span>Check the address above for typing errors. </span>}<span>If the address is wrong, create the account again with the right one.</span></li>
          <li>The link cannot be sent a second time. If it is lost, ask those who run this service to activate the account.</li>
        </ul>
      </div>
      <p className="flex flex-wrap justify-between gap-x-4 gap-y-2">
        <Link to={paths.login} className={textLink}>
          Log in
        </Link>
        <Link to={paths.signup} className={textLink}>
          Create an account
        </Link>
      </p>
    </>
  );
}
