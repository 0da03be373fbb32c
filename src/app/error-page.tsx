import { useContext, useEffect, useState } from 'react';
import { useLocation, useNavigate, useNavigation, useRouteError } from 'react-router';
import { busyPause } from '../http/busy.ts';
import { describeError } from '../http/error-words.ts';
import { ApiError } from '../http/errors.ts';
import { isChunkError } from '../lib/chunk-error.ts';
import { useDocumentTitle } from '../stores/use-document-title.ts';
import { Button } from '../ui/button.tsx';
import { focusTitleIfLost } from '../ui/focus-title.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { BeforeRetry } from './before-retry.ts';
import { reloadOnce } from './new-version.ts';
import { reloadAfresh } from './start/reload-afresh.ts';

/** Stands where a page could not be shown: says what happened and offers the way on. No white page. */
export function ErrorPage() {
  const error = useRouteError();
  return isChunkError(error) ? <MissingCode /> : <Failure error={error} />;
}

/** The page's code did not come: the app was deployed anew since this tab was opened, or there is no connection. */
function MissingCode() {
  const [online] = useState(navigator.onLine);
  const title = online ? 'A new version is ready' : 'This page could not be loaded';
  useDocumentTitle(title);
  useEffect(reloadOnce, []);
  return (
    <>
      <PageHeader title={title} />
      <p className="text-muted">
        {online
          ? 'This page belongs to a newer version of the app, or the connection broke off. Reload to go on.'
          : 'You are offline. Reload when the connection is back.'}
      </p>
      <div>
        <Button variant="primary" onClick={() => void reloadAfresh()}>
          Reload
        </Button>
      </div>
    </>
  );
}

const titles: Partial<Record<string, string>> = {
  network: 'Cannot reach the server',
  unavailable: 'Cannot reach the server',
  timeout: 'The server takes too long',
  server: 'This page could not be loaded',
  forbidden: 'You may not see this',
  'not-found': 'Not found',
};

function Failure({ error }: { error: unknown }) {
  const pause = busyPause(error);
  const known = error instanceof ApiError ? titles[error.kind] : undefined;
  const title = pause === null ? (known ?? 'Something went wrong') : 'The service is busy';
  const { retry, pending } = useRetry();
  useDocumentTitle(title);
  useEffect(() => {
    // Of a fault in the app itself the page can only say that there is one; whoever has to mend it looks here.
    if (!(error instanceof ApiError)) console.error(error);
  }, [error]);
  useEffect(() => {
    if (pause === null) return undefined;
    const timer = setTimeout(retry, pause);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- each failure is tried again once; the function is new at each render
  }, [error]);
  return (
    <>
      <PageHeader title={title} />
      <p className="text-muted">{describeError(error)}</p>
      <div>
        <Button variant="primary" pending={pending} onClick={retry}>
          Retry
        </Button>
      </div>
    </>
  );
}

/** Shows the page again by going where one is: the router keeps an error until the location changes, and runs the loaders anew. */
function useRetry() {
  const beforeRetry = useContext(BeforeRetry);
  const navigate = useNavigate();
  const location = useLocation();
  const pending = useNavigation().state === 'loading';
  // The button goes with the error.
  useEffect(() => focusTitleIfLost, []);
  function retry() {
    beforeRetry();
    const state: unknown = location.state;
    void navigate(location, { replace: true, state, preventScrollReset: true });
  }
  return { retry, pending };
}
