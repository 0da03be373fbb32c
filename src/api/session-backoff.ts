import type { Clock } from './session-types.ts';

const shortest = 1000;
const longest = 60_000;

/**
 * When a refresh that failed may be tried again: after 1, 2, 4 … 60 s with jitter, and not before the server's Retry-After.
 */
export function createBackoff(clock: Clock, random: () => number) {
  let failures = 0;
  let retryAt = 0;
  /** Before this not even a person's wish counts. */
  let notBefore = 0;

  return {
    /** Notes a failure. `retryAfter` is in seconds. Answers the milliseconds to wait. */
    failed(retryAfter: number | null): number {
      const ceiling = Math.min(longest, shortest * 2 ** failures);
      failures += 1;
      const asked = (retryAfter ?? 0) * 1000;
      const wait = Math.max(shortest, asked, ceiling * (0.5 + random() / 2));
      retryAt = clock.monotonic() + wait;
      notBefore = clock.monotonic() + Math.max(shortest, asked);
      return wait;
    },
    /** Monotonic time of the next try. */
    retryAt: () => retryAt,
    succeeded(): void {
      failures = retryAt = notBefore = 0;
    },
    /** Whether a try is allowed now. `sooner`: there is a reason to hope (back online, page looked at again, somebody asked). */
    allows(sooner: boolean): boolean {
      return failures === 0 || clock.monotonic() >= (sooner ? notBefore : retryAt);
    },
  };
}

export type Backoff = ReturnType<typeof createBackoff>;
