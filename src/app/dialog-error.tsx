import { useEffect } from 'react';
import { useLocation, useNavigate, useRouteError } from 'react-router';
import { announceError } from '../data/announce-error.ts';
import { isChunkError } from '../lib/chunk-error.ts';

/** A dialog whose code could not be loaded: the page below it stays, and says so. Opening the dialog again loads it again. */
export function DialogError() {
  const error = useRouteError();
  const navigate = useNavigate();
  const { search } = useLocation();
  const missing = isChunkError(error);
  useEffect(() => {
    if (!missing) return;
    announceError(error);
    void navigate({ pathname: '..', search }, { replace: true });
  }, [missing, error, navigate, search]);
  if (!missing) throw error;
  return null;
}
