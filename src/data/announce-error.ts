import { describeError } from '../http/error-words.ts';
import { toApiError } from '../http/errors.ts';
import { announce } from '../stores/status.ts';

/** Says in the status region what went wrong, unless the session has ended: that asks for the password instead. */
export function announceError(error: unknown): void {
  const problem = toApiError(error);
  if (problem.kind !== 'session-ended') announce(describeError(problem), { tone: 'danger' });
}
