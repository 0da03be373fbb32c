import { describeError } from '../http/error-words.ts';
import { ApiError } from '../http/errors.ts';
import { announce } from '../stores/status.ts';

/** Says in the status region what went wrong, unless the session has ended: that asks for the password instead. */
export function announceError(error: unknown): void {
  if (error instanceof ApiError && error.kind === 'session-ended') return;
  announce(describeError(error), { tone: 'danger' });
}
