import { session } from '../session/client.ts';
import { describeError } from '../http/error-words.ts';
import { isAbort, toApiError, type ApiError } from '../http/errors.ts';
import { formProblem } from '../forms/form-problem.ts';
import { Refusal, type HoldReason, type Verdict } from './job-types.ts';
import { placeErrors } from '../forms/server-errors.ts';

/** Statuses by which a proxy says that there is nobody behind it. */
const nobodyThere = new Set([502, 503, 504]);

/** What to do about an item's failure: whether it may pass by itself, or what to tell people of it. */
export function judge(error: unknown): Verdict {
  if (error instanceof Refusal) return { kind: 'refused', message: error.message };
  // Somebody else's abort, not the job's: the request may be made again.
  if (isAbort(error)) return { kind: 'later', reason: 'server', message: 'The request was interrupted.' };
  const problem = toApiError(error);
  const reason = reasonToWait(problem);
  if (reason === null) return { kind: 'refused', message: refusalWords(problem) };
  return { kind: 'later', reason, message: describeError(problem), ...restOf(reason, problem) };
}

/** A refusal in the server's words, in one line; the names of fields stand before theirs. */
export function refusalWords(error: unknown): string {
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
    // An answer that cannot be read is a proxy's page more often than the API's.
    case 'timeout':
    case 'contract':
      return 'server';
    default:
      return null;
  }
}

function restOf(reason: HoldReason, { retryAfter }: ApiError): { after?: number } {
  // Logged in again before this answer came: nothing will happen any more that could end the wait.
  if (reason === 'session') return session.getState().status === 'active' ? { after: 500 } : {};
  return retryAfter === null ? {} : { after: retryAfter * 1000 };
}
