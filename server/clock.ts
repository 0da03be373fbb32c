import type { Micros } from './db/schema.ts';

/** Returns the time in milliseconds since 1970: `Date.now`, or a test's clock. */
export type Clock = () => number;

/**
 * Creates a source of timestamps that never repeat within a process. Two updates in the same millisecond still have an
 * order, as they have on the recorded stack, whose clock counts microseconds.
 */
export function stamps(clock: Clock): () => Micros {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.round(clock() * 1000));
    return last;
  };
}

/** Formats a timestamp as DRF does: `2026-01-31T12:00:00.123456Z`. */
export function instantText(micros: Micros): string {
  const milliseconds = Math.floor(micros / 1000);
  const rest = String(micros - milliseconds * 1000).padStart(3, '0');
  return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`);
}
