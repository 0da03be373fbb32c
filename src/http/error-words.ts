import { describeFault } from '../lib/fault-words.ts';
import { ApiError } from './errors.ts';

/**
 * One or two plain sentences that say what went wrong and what to do, for a place without a form (a boundary, the status
 * region, a dialog). The server's own words are used where they were written for people; HTML and simplejwt's jargon never are.
 * An error that no request threw is described as the app's or the browser's.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof ApiError)) return describeFault(error);
  const own = firstWords(error);
  switch (error.kind) {
    case 'validation':
      return own ?? 'Something in the form was not accepted. Check it and try again.';
    case 'unauthorized':
      return error.code === null && own !== null ? own : 'You are not logged in. Log in to continue.';
    case 'session-ended':
      return 'Your session has ended. Log in again to continue.';
    case 'forbidden':
      return own ?? 'You are not allowed to do this. Ask an admin of your company.';
    case 'not-found':
      return 'This is no longer there. It may have been deleted.';
    case 'too-large':
      return 'This is too large to send. Shorten it and try again.';
    case 'throttled':
      return `Too many attempts. ${tryAgain(error.retryAfter)}`;
    case 'server':
      return `${error.status === 503 ? 'The service is busy.' : 'The server had a problem.'} ${tryAgain(error.retryAfter)}`;
    case 'network':
      return 'The server cannot be reached. Check your connection and try again.';
    case 'timeout':
      return 'The server took too long to answer. Try again.';
    case 'bad-request':
      return 'The server did not accept this. Reload the page and try again.';
    case 'unavailable':
      return `The service could not be reached properly. ${tryAgain(error.retryAfter)}`;
    case 'contract':
      return 'The server sent an answer that could not be read. Reload the page and try again.';
  }
}

function firstWords(error: ApiError): string | null {
  return error.messages[0] ?? Object.values(error.fields)[0]?.[0] ?? null;
}

function tryAgain(seconds: number | null): string {
  if (seconds === null) return 'Try again in a moment.';
  if (seconds < 100) return `Try again in ${count(Math.max(1, seconds), 'second')}.`;
  if (seconds < 5400) return `Try again in ${count(Math.ceil(seconds / 60), 'minute')}.`;
  return `Try again in ${count(Math.ceil(seconds / 3600), 'hour')}.`;
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
