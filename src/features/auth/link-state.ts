import { useLocation } from 'react-router';
import { z } from 'zod/mini';
import { ApiError } from '../../http/errors.ts';

const linkSchema = z.object({ uid: z.string(), token: z.string() });

/** The uid and token of an emailed link, from the history entry's state (they are removed from the URL); null without them. */
export function useLinkState(): z.infer<typeof linkSchema> | null {
  const state = linkSchema.safeParse(useLocation().state);
  return state.success ? state.data : null;
}

/** Whether the server refused the link itself, not what was sent with it. */
export function isDeadLink(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'validation' && ('uid' in error.fields || 'token' in error.fields);
}
