import { z } from 'zod/mini';
import type { Db } from '../db/schema.ts';
import { isEmailTaken } from '../db/users.ts';

/** The contract's email field, with the rule that needs the database: nobody in any company has that address. */
export function freeEmail(db: Db, field: z.ZodMiniType<string>) {
  return field.check(z.refine(async (email: string) => !(await isEmailTaken(db, email)), { error: 'user with this email address already exists.' }));
}
