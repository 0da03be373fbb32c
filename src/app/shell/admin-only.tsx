import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { session } from '../../session/client.ts';
import { adminRole } from '../../contract/auth.ts';
import { meOptions } from '../../data/me.ts';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { breakableEmail } from '../../ui/breakable-email.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** The layout of the pages that manage a company. A member gets a page that says so, with a button to log out. */
export function Component() {
  const me = useQuery(meOptions());
  return me.data !== undefined && me.data.role !== adminRole ? <ForAdmins email={me.data.email} /> : <Outlet />;
}

function ForAdmins({ email }: { email: string }) {
  useDocumentTitle('For company admins');
  return (
    <>
      <PageHeader title="For company admins" />
      <EmptyState
        title="Your account cannot manage the company"
        description={
          <>
            You are logged in as <bdi className="font-medium text-ink wrap-anywhere">{breakableEmail(email)}</bdi>, a team member. Departments and team members are for company
            admins. You can see your profile and change your password.
          </>
        }
      >
        <Button onClick={() => session.logOut()}>Log out</Button>
      </EmptyState>
    </>
  );
}
