import { z } from 'zod/mini';

/**
 * DRF's page envelope (endpoints 11, 15–17, 21, 22). `next` and `previous` are absolute URLs whose host the
 * browser may not be able to reach: only their query is ever used. `previous` may be missing, as nothing needs it.
 */
export function listOf<Row extends z.ZodMiniType>(row: Row) {
  return z.object({
    count: z.int().check(z.nonnegative()),
    next: z.nullable(z.string()),
    previous: z.nullish(z.string()),
    results: z.array(row),
  });
}

/** The fields by which departments can be ordered (endpoint 16), each also with `-` before it. */
export const departmentOrderingFields = ['id', 'name', 'created_at', 'updated_at'] as const;

/** The fields by which members can be ordered (endpoint 22), each also with `-` before it. */
export const memberOrderingFields = ['id', 'first_name', 'last_name', 'email', 'created_at', 'updated_at'] as const;

export type DepartmentOrderingField = (typeof departmentOrderingFields)[number];
export type MemberOrderingField = (typeof memberOrderingFields)[number];
