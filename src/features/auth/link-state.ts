import { useLocation } from 'react-router';
import { z } from 'zod/mini';

const linkSchema = z.object({ uid: z.string(), token: z.string() });

/** The uid and token of an emailed link, from the history entry's state (they are removed from the URL); null without them. */
export function useLinkState(): z.infer<typeof linkSchema> | null {
  const state = linkSchema.safeParse(useLocation().state);
  return state.success ? state.data : null;
}
