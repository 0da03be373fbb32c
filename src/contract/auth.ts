import { z } from 'zod/mini';
import { idSchema } from './ids.ts';

/** The answer of log-in (1): both tokens. */
export const tokenPairSchema = z.object({ access: z.string(), refresh: z.string() });

/** The answer of refresh (2): a new access token, and with rotation a new refresh token. */
export const refreshedSchema = z.object({ access: z.string(), refresh: z.optional(z.string()) });

/** A user as 4, 6, 7, 18 and 19 answer it. `role` is `Admin` for who may manage the company; other words are a member's. */
export const userSchema = z.object({
  id: idSchema,
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  role: z.string(),
});

/** The role that sign-up sends and that may manage departments and members. */
export const adminRole = 'Admin';

export type TokenPair = z.infer<typeof tokenPairSchema>;
export type Refreshed = z.infer<typeof refreshedSchema>;
export type User = z.infer<typeof userSchema>;
