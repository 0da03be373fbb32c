import type { Clock } from './types.ts';

/** Browsers fire at once when the delay exceeds 2^31 − 1 ms. */
const longestDelay = 3_600_000;

/**
 * One timer for the next thing to do. It asks `nextAt` again when the timer fires, because the time may have moved.
 * @param nextAt monotonic time in milliseconds; null when there is nothing to do
 */
export function createAlarm(clock: Clock, nextAt: () => number | null, ring: () => void) {
  let timer: unknown;

  function set(): void {
    clock.clearTimeout(timer);
    const at = nextAt();
    // Rounded up: browsers truncate fractions of a millisecond and would fire too early.
    if (at !== null) timer = clock.setTimeout(check, Math.min(Math.max(0, Math.ceil(at - clock.monotonic())), longestDelay));
  }

  function check(): void {
    const at = nextAt();
    if (at !== null && clock.monotonic() >= at) ring();
    else set();
  }

  return { set, check };
}
