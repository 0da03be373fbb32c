import { z } from 'zod/mini';
import type { Refreshed } from '../contract/auth.ts';
import { lifetimeOf, readClaims } from './access-token.ts';

const tokenSchema = z.string().check(z.regex(/^[\w.~+/=-]+$/));
const wellFormedAccessSchema = tokenSchema.check(z.refine((token) => readClaims(token) !== null));

const identity = {
  version: z.literal(1),
  sessionId: z.string().check(z.minLength(1)),
  userId: z.string().check(z.minLength(1)),
  /** Goes up by one with every new pair of tokens. Compared before each write, so that a late response cannot overwrite newer tokens. */
  generation: z.int().check(z.positive()),
};

const liveSchema = z.object({
  ...identity,
  access: wellFormedAccessSchema,
  refresh: tokenSchema,
  /** When the tokens were received: milliseconds since the epoch, by the browser's clock. */
  receivedAt: z.number(),
  /** Lifetime of the access token in milliseconds; null when the token does not state one. */
  lifetime: z.nullable(z.number().check(z.positive())),
});

/** What remains after the server has refused the refresh token: whose session it was, so that the same user can resume it. */
const expiredSchema = z.object({ ...identity, expired: z.literal(true) });

const storedSchema = z.union([liveSchema, expiredSchema]);

export type SessionRecord = z.infer<typeof liveSchema>;
export type ExpiredRecord = z.infer<typeof expiredSchema>;
export type StoredRecord = SessionRecord | ExpiredRecord;

/** Parses a stored record; null for anything that does not match the schema. */
export function parseRecord(text: string | null): StoredRecord | null {
  if (text === null) return null;
  try {
    const parsed = storedSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether the record has tokens. */
export function isLive(record: StoredRecord | null): record is SessionRecord {
  return record !== null && 'access' in record;
}

/** The record without its tokens. */
export function expiredRecord({ version, sessionId, userId, generation }: SessionRecord): ExpiredRecord {
  return { version, sessionId, userId, generation, expired: true };
}

interface Place {
  sessionId: string;
  generation: number;
  receivedAt: number;
}

/**
 * Creates the record for a log-in.
 * @param email used instead of a user id when the token has none
 * @returns null when the response has no well-formed access token
 */
export function recordOfLogIn(tokens: Required<Refreshed>, email: string, place: Place): SessionRecord | null {
  const claims = readClaims(tokens.access);
  if (claims === null) return null;
  return parsed({ version: 1, ...place, userId: claims.userId ?? `email:${email}`, ...tokens, lifetime: lifetimeOf(claims) });
}

/**
 * Creates the record for a refresh. A server without rotation sends no new refresh token; the old one is kept.
 * @returns null when the response has no well-formed access token, or one for another user
 */
export function recordOfRefresh(before: SessionRecord, tokens: Refreshed, receivedAt: number): SessionRecord | null {
  const claims = readClaims(tokens.access);
  if (claims === null || (claims.userId !== null && claims.userId !== before.userId)) return null;
  return parsed({
    ...before,
    access: tokens.access,
    refresh: tokens.refresh ?? before.refresh,
    generation: before.generation + 1,
    receivedAt,
    lifetime: hasCopiedIat(claims.iat, before.refresh) ? before.lifetime : lifetimeOf(claims),
  });
}

/**
 * simplejwt 5.2 copies `iat` from the refresh token into the access token, so `exp − iat` grows with the session's age, up to a
 * day for a five-minute token. The lifetime measured at log-in, when both tokens were new, is the right one.
 */
function hasCopiedIat(iat: number | null, refresh: string): boolean {
  const refreshClaims = readClaims(refresh);
  return iat !== null && refreshClaims !== null && refreshClaims.iat !== null && iat <= refreshClaims.iat;
}

function parsed(record: SessionRecord): SessionRecord | null {
  const result = liveSchema.safeParse(record);
  return result.success ? result.data : null;
}
