import { z } from 'zod/mini';
import { idSchema } from './ids.ts';

/** What log-in returns (1): both tokens. */
export const tokenPairSchema = z.object({ access: z.string(), refresh: z.string() });

/** What refresh returns (2): a new access token and, where they rotate, a new refresh token. */
export const refreshedSchema = z.object({ access: z.string(), refresh: z.optional(z.string()) });

/** A user as 4, 6, 7, 18 and 19 return it. `role` is `Admin` for those who manage the company; anything else is a member's. */
export const userSchema = z.object({
  id: idSchema,
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  role: z.string(),
});

/** The role that sign-up sends, and whose users may manage departments and members. */
export const adminRole = 'Admin';

export type TokenPair = z.infer<typeof tokenPairSchema>;
export type Refreshed = z.infer<typeof refreshedSchema>;
export type User = z.infer<typeof userSchema>;
