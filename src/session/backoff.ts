import type { ApiError } from '../http/errors.ts';
import type { Clock } from './types.ts';

const shortest = 1000;
const longest = 60_000;
/** The longest Retry-After that is respected: nobody waits for a day because of one header. */
const longestAsked = 120_000;

export interface Failure {
  readonly error: ApiError;
  /** When the next attempt is due: by the wall clock for display, by the monotonic clock for the timer (both in milliseconds). */
  readonly retryAtWall: number;
  readonly retryAt: number;
  /** No attempt before this monotonic time unless the user asks for one: the server's Retry-After, within `longestAsked`. */
  readonly notBefore: number;
}

/**
 * Decides when a failed refresh is tried again: after 1, 2, 4 … 60 s with jitter, and not before the server's Retry-After,
 * of which at most two minutes count.
 */
export function createBackoff(clock: Clock, random: () => number) {
  let failures = 0;
  let failure: Failure | null = null;

  return {
    /** The last failure; null once an attempt has succeeded. */
    get failure() {
      return failure;
    },
    failed(error: ApiError): void {
      const ceiling = Math.min(longest, shortest * 2 ** failures);
      failures += 1;
      const asked = Math.max(shortest, Math.min(longestAsked, (error.retryAfter ?? 0) * 1000));
      const wait = Math.max(asked, ceiling * (0.5 + random() / 2));
      const now = clock.monotonic();
      failure = { error, retryAtWall: clock.now() + wait, retryAt: now + wait, notBefore: now + asked };
    },
    reset(): void {
      failures = 0;
      failure = null;
    },
    /** Whether an attempt is allowed now. `sooner`: something has changed (back online, page visible again), so only Retry-After counts. */
    allows(sooner = false): boolean {
      return failure === null || clock.monotonic() >= (sooner ? failure.notBefore : failure.retryAt);
    },
  };
}
