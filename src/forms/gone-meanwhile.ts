import { ApiError } from '../http/errors.ts';

/**
 * For the `catch` of a save: where the row was deleted meanwhile, the form says `text` instead of the server's "Not found".
 * Throws in any case.
 */
export const sayGone = (text: string) => (error: unknown): never => {
  if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error;
  throw new ApiError('validation', { status: 404, messages: [text] });
};
