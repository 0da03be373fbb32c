import { useLocation } from 'react-router';
import { z } from 'zod/mini';

const linkSchema = z.object({ uid: z.string(), token: z.string() });

/** The uid and token of a mailed link, as they stand in the history entry (never in the address); null without them. */
export function useLinkState(): z.infer<typeof linkSchema> | null {
  const state = linkSchema.safeParse(useLocation().state);
  return state.success ? state.data : null;
}
