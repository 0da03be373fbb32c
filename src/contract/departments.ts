import { z } from 'zod/mini';
import { idSchema, instantSchema, relationSchema } from './ids.ts';
import { listOf } from './lists.ts';

/** A department as 11, 12, 13, 15 and 16 return it. */
export const departmentSchema = z.object({
  id: idSchema,
  name: z.string(),
  company: relationSchema,
  created_at: instantSchema,
  updated_at: instantSchema,
  added_by: relationSchema,
});

/** A page of departments (11, 15, 16). */
export const departmentListSchema = listOf(departmentSchema);

export type Department = z.infer<typeof departmentSchema>;
