import type { FormProblem } from './server-errors.ts';
import { describeError } from '../http/error-words.ts';
import { ApiError } from '../http/errors.ts';

/**
 * What a form shows when its request fails: the server's messages by field and for the whole form, or, if the server sent
 * none that a user could read (offline, time-out, an HTML page), one sentence that says what to do.
 */
export function formProblem(error: unknown): FormProblem {
  const said =
    error instanceof ApiError && error.kind !== 'server' && error.kind !== 'throttled' && (Object.keys(error.fields).length > 0 || error.messages.length > 0);
  return said ? { fields: error.fields, messages: error.messages } : { fields: {}, messages: [describeError(error)] };
}
