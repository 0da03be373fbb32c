import { useEffect } from 'react';
import { useRevalidator, useRouteError } from 'react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { describeError, toApiError } from '../api/errors.ts';
import { useDocumentTitle } from '../lib/document-title.ts';
import { Button } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { isChunkError, reloadOnce } from './new-version.ts';

/** Stands where a page could not be shown: says what happened and offers the way on. No white page. */
export function ErrorPage() {
  const error = useRouteError();
  return isChunkError(error) ? <NewVersion /> : <Failure error={error} />;
}

/** The page's code is gone: the app was deployed anew since this tab was opened. Reloads once by itself. */
function NewVersion() {
  useDocumentTitle('A new version is ready');
  useEffect(reloadOnce, []);
  return (
    <>
      <PageHeader title="A new version is ready" />
      <p className="text-muted">This page belongs to a newer version of the app, or the connection broke off. Reload to go on.</p>
      <div>
        <Button variant="primary" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </div>
    </>
  );
}

const titles: Partial<Record<string, string>> = {
  network: 'Cannot reach the server',
  timeout: 'The server takes too long',
  server: 'The server has a problem',
  forbidden: 'You may not see this',
  'not-found': 'Not found',
};

function Failure({ error }: { error: unknown }) {
  const problem = toApiError(error);
  const title = titles[problem.kind] ?? 'Something went wrong';
  const revalidator = useRevalidator();
  const { reset } = useQueryErrorResetBoundary();
  useDocumentTitle(title);
  return (
    <>
      <PageHeader title={title} />
      <p className="text-muted">{describeError(problem)}</p>
      <div>
        <Button
          variant="primary"
          pending={revalidator.state === 'loading'}
          onClick={() => {
            reset();
            void revalidator.revalidate();
          }}
        >
          Retry
        </Button>
      </div>
    </>
  );
}
