import type { FormProblem } from './server-errors.ts';
import { describeError } from '../http/error-words.ts';
import { toApiError } from '../http/errors.ts';

/**
 * What a form shows when its request fails: the server's messages by field and for the whole form, or, if the server sent
 * none that a user could read (offline, time-out, an HTML page), one sentence that says what to do.
 */
export function formProblem(error: unknown): FormProblem {
  const problem = toApiError(error);
  const spoken = problem.status !== null && problem.status < 500 && problem.kind !== 'throttled' && problem.kind !== 'session-ended';
  const said = Object.keys(problem.fields).length > 0 || problem.messages.length > 0;
  return spoken && said ? { fields: problem.fields, messages: problem.messages } : { fields: {}, messages: [describeError(problem)] };
}
