import { z } from 'zod/mini';
import type { Refreshed } from '../contract/auth.ts';
import { lifetimeOf, readClaims } from './access-token.ts';

const tokenSchema = z.string().check(z.regex(/^[\w.~+/=-]+$/));
const wellFormedAccessSchema = tokenSchema.check(z.refine((token) => readClaims(token) !== null));

const identity = {
  version: z.literal(1),
  sessionId: z.string().check(z.minLength(1)),
  userId: z.string().check(z.minLength(1)),
  /** Grows with every new pair of tokens: who writes compares it first, so that no late answer overwrites a newer one. */
  generation: z.int().check(z.positive()),
};

const liveSchema = z.object({
  ...identity,
  access: wellFormedAccessSchema,
  refresh: tokenSchema,
  /** Wall time of receipt, milliseconds. */
  receivedAt: z.number(),
  /** Milliseconds from receipt to expiry, null when the token does not say. */
  lifetime: z.nullable(z.number().check(z.positive())),
});

/** What is left when the server refused the refresh token: whose session it was, so that the same user can resume it. */
const expiredSchema = z.object({ ...identity, expired: z.literal(true) });

const storedSchema = z.union([liveSchema, expiredSchema]);

export type SessionRecord = z.infer<typeof liveSchema>;
export type ExpiredRecord = z.infer<typeof expiredSchema>;
export type StoredRecord = SessionRecord | ExpiredRecord;

/** Reads a stored record; null for anything that is not exactly one. */
export function parseRecord(text: string | null): StoredRecord | null {
  if (text === null) return null;
  try {
    const parsed = storedSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether the record still holds tokens. */
export function isLive(record: StoredRecord | null): record is SessionRecord {
  return record !== null && 'access' in record;
}

/** The record with its tokens taken out. */
export function expiredRecord({ version, sessionId, userId, generation }: SessionRecord): ExpiredRecord {
  return { version, sessionId, userId, generation, expired: true };
}

interface Place {
  sessionId: string;
  generation: number;
  receivedAt: number;
}

/**
 * The record of a log-in.
 * @param email stands in for the user's id where the token names none
 * @returns null when the answer has no well-formed access token
 */
export function recordOfLogIn(tokens: Required<Refreshed>, email: string, place: Place): SessionRecord | null {
  const claims = readClaims(tokens.access);
  if (claims === null) return null;
  return parsed({ version: 1, ...place, userId: claims.userId ?? `email:${email}`, ...tokens, lifetime: lifetimeOf(claims) });
}

/**
 * The record after a refresh. Without rotation the old refresh token stays.
 * @returns null when the answer has no well-formed access token, or one of another user
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
 * simplejwt 5.2 copies `iat` from the refresh token into the access token (recorded in flavours/expired): `exp − iat` then
 * grows with the session's age, up to a day for a token of five minutes. The lifetime learnt at log-in, when both were new, is right.
 */
function hasCopiedIat(iat: number | null, refresh: string): boolean {
  const sent = readClaims(refresh);
  return iat !== null && sent !== null && sent.iat !== null && iat <= sent.iat;
}

function parsed(record: SessionRecord): SessionRecord | null {
  const result = liveSchema.safeParse(record);
  return result.success ? result.data : null;
}
