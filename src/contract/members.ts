import { z } from 'zod/mini';
import { idSchema, instantSchema, relationSchema } from './ids.ts';
import { listOf } from './lists.ts';

/**
 * A team member as the lists (17, 21, 22) answer it. The answers of 18 and 19 are a plain user, without
 * `department`, `company` and time stamps (`userSchema`).
 */
export const memberSchema = z.object({
  id: idSchema,
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  role: z.string(),
  company: relationSchema,
  department: relationSchema,
  created_at: instantSchema,
  updated_at: instantSchema,
  added_by: relationSchema,
});

/** A page of members (17, 21, 22). */
export const memberListSchema = listOf(memberSchema);

export type Member = z.infer<typeof memberSchema>;
