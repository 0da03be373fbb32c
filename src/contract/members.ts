import { z } from 'zod/mini';
import { idSchema, instantSchema, relationSchema } from './ids.ts';
import { listOf } from './lists.ts';

/** A member's department: an id, an object with an id and perhaps a name, or null. */
const memberDepartmentSchema = z.pipe(
  z.nullable(z.union([idSchema, z.object({ id: idSchema, name: z.optional(z.string()) })])),
  z.transform((value) => (typeof value === 'object' ? value : { id: value })),
);

/**
 * A member as the lists (17, 21, 22) return it. 18 and 19 return a plain user, without `department`, `company` and timestamps
 * (`userSchema`). `department` is parsed to the id; where the server sends an object with a name, `departmentName` keeps it,
 * which saves looking it up.
 */
const memberSchema = z.pipe(
  z.object({
    id: idSchema,
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    role: z.string(),
    company: relationSchema,
    department: memberDepartmentSchema,
    created_at: instantSchema,
    updated_at: instantSchema,
    added_by: relationSchema,
  }),
  z.transform(({ department, ...member }) => ({
    ...member,
    department: department?.id ?? null,
    departmentName: department && 'name' in department ? (department.name ?? null) : null,
  })),
);

/** A page of members (17, 21, 22). */
export const memberListSchema = listOf(memberSchema);

export type Member = z.infer<typeof memberSchema>;
