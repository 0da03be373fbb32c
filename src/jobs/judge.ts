import { session } from '../session/client.ts';
import { describeError } from '../http/error-words.ts';
import { ApiError, isAbort } from '../http/errors.ts';
import { formProblem } from '../forms/form-problem.ts';
import { Refusal, type HoldReason, type Verdict } from './job-types.ts';
import { placeErrors } from '../forms/server-errors.ts';

/** Statuses with which a proxy reports that it cannot reach the server. */
const nobodyThere = new Set([502, 503, 504]);

/** Decides how to treat an item's failure: whether it is temporary, or what to tell the user. */
export function judge(error: unknown): Verdict {
  if (error instanceof Refusal) return { kind: 'refused', message: error.message };
  // Aborted by something other than the job: the request may be repeated.
  if (isAbort(error)) return { kind: 'later', reason: 'server', message: 'The request was interrupted.' };
  // A fault of the app itself: another attempt would end in the same way.
  if (!(error instanceof ApiError)) return { kind: 'refused', message: describeError(error) };
  const reason = reasonToWait(error);
  if (reason === null) return { kind: 'refused', message: refusalText(error) };
  return { kind: 'later', reason, message: describeError(error), ...restOf(reason, error) };
}

/** The server's messages in one line, each prefixed with its field's name if it has one. */
function refusalText(error: unknown): string {
  return placeErrors(formProblem(error), []).rest.join(' ');
}

function reasonToWait({ kind, status }: ApiError): HoldReason | null {
  switch (kind) {
    case 'network':
      return 'unreachable';
    case 'throttled':
      return 'throttled';
    case 'session-ended':
      return 'session';
    case 'unauthorized':
      return session.getState().status === 'active' ? null : 'session';
    case 'server':
      return status !== null && nobodyThere.has(status) ? 'unreachable' : 'server';
    case 'timeout':
    case 'unavailable':
    case 'contract':
      return 'server';
    default:
      return null;
  }
}

function restOf(reason: HoldReason, { retryAfter }: ApiError): { after?: number } {
  // The user logged in again before this response arrived, so no event is still to come that would end the wait.
  if (reason === 'session') return session.getState().status === 'active' ? { after: 500 } : {};
  return retryAfter === null ? {} : { after: retryAfter * 1000 };
}
