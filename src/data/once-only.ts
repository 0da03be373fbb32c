import { ApiError } from '../http/errors.ts';

/** Whether a failed request may have succeeded on the server: there was no response, or none that clearly refuses it. */
export function mayHaveHappened(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.status === null || error.status >= 500) return true;
  return error.kind === 'contract' || error.kind === 'unavailable' || error.kind === 'timeout';
}

interface Change<Sent, Result> {
  send: (sent: Sent) => Promise<Result>;
  /**
   * Looks for what the attempt `before`, whose outcome is not known, has made; null when it has made nothing of what is sent
   * `now`. Asked before that is sent, and again when it was refused, perhaps because of the attempt before.
   */
  find: (before: Sent, now: Sent, refusal: ApiError | null) => Promise<Result | null>;
}

/**
 * Makes a change that must not be made twice safe to repeat: when the response to an attempt was lost, the next one first looks
 * whether it has gone through. Remembers what was sent, so it is to be created anew for each form.
 * @throws what `send` and `find` throw
 */
export function onceOnly<Sent, Result extends object>({ send, find }: Change<Sent, Result>): (now: Sent) => Promise<Result> {
  let unsure: Sent | null = null;

  async function attempt(now: Sent): Promise<Result> {
    const before = unsure;
    const made = before !== null && (await find(before, now, null));
    if (made) return made;
    try {
      return await send(now);
    } catch (error) {
      if (mayHaveHappened(error)) unsure = now;
      const late = before !== null && error instanceof ApiError && !mayHaveHappened(error) && (await find(before, now, error));
      if (late) return late;
      throw error;
    }
  }

  return async (now) => {
    const result = await attempt(now);
    unsure = null;
    return result;
  };
}
