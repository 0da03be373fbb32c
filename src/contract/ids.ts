import { z } from 'zod/mini';

/**
 * An opaque row id: the recorded stack has integers, other backends UUIDs.
 * The client keeps ids as text, so that those in URLs, selects and responses compare as they are;
 * DRF's primary key field accepts "5" for 5 (scenario `teams-department-as-text`).
 */
export const idSchema = z.pipe(
  z.union([z.int(), z.string().check(z.minLength(1))]),
  z.transform((id) => String(id)),
);

/** A related row: its id, an object with the id, or null (`added_by` of a deleted admin). Parsed to the id. */
export const relationSchema = z.pipe(
  z.nullable(z.union([idSchema, z.object({ id: idSchema })])),
  z.transform((value) => (typeof value === 'object' && value !== null ? value.id : value)),
);

/** An ISO 8601 date-time with a time zone, as DRF renders it (`2026-01-31T12:00:00.123456Z`). */
export const instantSchema = z.string().check(
  z.refine((text) => !Number.isNaN(Date.parse(text)), { error: 'not an ISO 8601 date-time' }),
);
