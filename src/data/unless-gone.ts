import { ApiError } from '../http/errors.ts';

/**
 * Waits for a change to one row. A 404 is not a failure here: somebody else has deleted the row meanwhile.
 * @returns whether the row was still there
 * @throws ApiError for any other refusal
 */
export async function unlessGone(change: Promise<unknown>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return false;
    throw error;
  }
}
