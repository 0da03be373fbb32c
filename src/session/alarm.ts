import type { Clock } from './types.ts';

/** Browsers take a delay of more than 2^31 ms for none. */
const longestDelay = 3_600_000;

/**
 * One timer for the next thing that is to be done. It asks again when it rings, for what was due may have moved meanwhile.
 * @param nextAt monotonic time, null for nothing to do
 */
export function createAlarm(clock: Clock, nextAt: () => number | null, ring: () => void) {
  let timer: unknown;

  function set(): void {
    clock.clearTimeout(timer);
    const at = nextAt();
    // Whole milliseconds: browsers cut the rest off, and would ring too early.
    if (at !== null) timer = clock.setTimeout(check, Math.min(Math.max(0, Math.ceil(at - clock.monotonic())), longestDelay));
  }

  function check(): void {
    const at = nextAt();
    if (at !== null && clock.monotonic() >= at) ring();
    else set();
  }

  return { set, check };
}
