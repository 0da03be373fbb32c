import { z } from 'zod/mini';
import { idSchema } from './ids.ts';

/** What log-in returns (1): both tokens. */
export const tokenPairSchema = z.object({ access: z.string(), refresh: z.string() });

/** What refresh returns (2): a new access token and, where they rotate, a new refresh token. */
export const refreshedSchema = z.object({ access: z.string(), refresh: z.optional(z.string()) });

/** What verify returns (3): an empty object. */
export const verifiedSchema = z.object({});

/** What setting a password by link returns (10): nothing on djoser, with a 204; an object with an `id` in the API's document. */
export const passwordSetSchema = z.union([z.literal(''), z.object({})]);

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
