import { ApiError } from './errors.ts';

/**
 * How long to leave a busy or restarting service (503) alone, in milliseconds: as long as it says, up to half a minute.
 * @returns null for any other error, or none
 */
export function busyPause(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.status !== 503) return null;
  return Math.min(Math.max(error.retryAfter ?? 5, 1), 30) * 1000;
}
