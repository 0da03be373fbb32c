import { Link } from 'react-router';
import { useDocumentTitle } from '../stores/use-document-title.ts';
import { buttonClass } from '../ui/button-class.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { isLoggedIn } from '../session/logged-in.ts';
import { paths } from '../paths.ts';
import { PublicLayout } from './shell/public-layout.tsx';
import { useSession } from '../session/use-session.ts';
import { Component as Shell } from './shell/shell.tsx';

/** An address that is no page: in the shell for who is logged in, in the plain column for a visitor. */
export function Layout() {
  return isLoggedIn(useSession()) ? <Shell /> : <PublicLayout />;
}

/** Says that there is no such page, and the way back. */
export function Component() {
  const loggedIn = isLoggedIn(useSession());
  useDocumentTitle('Page not found');
  return (
    <>
      <PageHeader title="Page not found" />
      <p className="text-muted">There is no page at this address. Check it for typing errors, or go on from the start.</p>
      <div>
        <Link to={loggedIn ? paths.overview : paths.login} className={buttonClass('secondary')}>
          {loggedIn ? 'Go to the overview' : 'Go to log in'}
        </Link>
      </div>
    </>
  );
}
