import type { ApiError } from '../http/errors.ts';
import type { Clock } from './types.ts';

const shortest = 1000;
const longest = 60_000;

export interface Failure {
  readonly error: ApiError;
  /** When it will be tried again: by the wall clock for people, by the monotonic one for the timer. */
  readonly retryAtWall: number;
  readonly retryAt: number;
  /** Before this not even a person's wish counts. */
  readonly notBefore: number;
}

/**
 * When a refresh that failed may be tried again: after 1, 2, 4 … 60 s with jitter, and not before the server's Retry-After.
 */
export function createBackoff(clock: Clock, random: () => number) {
  let failures = 0;
  let failure: Failure | null = null;

  return {
    /** The last failure, null when the last try was none. */
    get failure() {
      return failure;
    },
    failed(error: ApiError): void {
      const ceiling = Math.min(longest, shortest * 2 ** failures);
      failures += 1;
      const asked = Math.max(shortest, (error.retryAfter ?? 0) * 1000);
      const wait = Math.max(asked, ceiling * (0.5 + random() / 2));
      const now = clock.monotonic();
      failure = { error, retryAtWall: clock.now() + wait, retryAt: now + wait, notBefore: now + asked };
    },
    reset(): void {
      failures = 0;
      failure = null;
    },
    /** Whether a try is allowed now. `sooner`: there is a reason to hope (back online, page looked at again, somebody asked). */
    allows(sooner = false): boolean {
      return failure === null || clock.monotonic() >= (sooner ? failure.notBefore : failure.retryAt);
    },
  };
}
