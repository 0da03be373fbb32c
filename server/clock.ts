import type { Micros } from './db/schema.ts';

/** The time, in milliseconds since 1970: `Date.now`, or a test's own. */
export type Clock = () => number;

/**
 * Time stamps that never repeat in one process: an update that follows within the same millisecond is later all
 * the same, as it is on the recorded stack with its microseconds.
 */
export function stamps(clock: Clock): () => Micros {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.round(clock() * 1000));
    return last;
  };
}

/** A time stamp as DRF writes it: `2026-01-31T12:00:00.123456Z`. */
export function instantText(micros: Micros): string {
  const milliseconds = Math.floor(micros / 1000);
  const rest = String(micros - milliseconds * 1000).padStart(3, '0');
  return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`);
}
