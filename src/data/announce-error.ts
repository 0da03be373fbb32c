import { describeError } from '../http/error-words.ts';
import { toApiError } from '../http/errors.ts';
import { announce } from '../stores/status.ts';

/** Says in the status region what went wrong. The session's end is not said here: it asks for the password. */
export function announceError(error: unknown): void {
  const problem = toApiError(error);
  if (problem.kind !== 'session-ended') announce(describeError(problem), { tone: 'danger' });
}
