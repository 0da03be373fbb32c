import { randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod/mini';
import type { Clock } from '../clock.ts';

/** The claims in simplejwt's tokens. `exp` and `iat` are seconds since 1970. */
const claimsSchema = z.object({
  token_type: z.enum(['access', 'refresh']),
  exp: z.number(),
  iat: z.number(),
  jti: z.string(),
  user_id: z.int(),
});

export type Claims = z.infer<typeof claimsSchema>;
export type TokenType = Claims['token_type'];

/** Thrown for an invalid token, with simplejwt's message. */
export class BadToken extends Error {}

export interface Tokens {
  /** Creates a token of that type for a user. */
  issue(type: TokenType, userId: number): Promise<string>;
  /** Verifies a token, and its type unless that is null; returns its claims. Throws BadToken. */
  read(token: string, type: TokenType | null): Promise<Claims>;
}

/** Issues and verifies simplejwt's tokens: HS256, with the type in `token_type`. Lifetimes are in seconds. */
export function createTokens(secret: Uint8Array, lifetimes: Record<TokenType, number>, clock: Clock): Tokens {
  return {
    issue(type, userId) {
      const now = Math.floor(clock() / 1000);
      return new SignJWT({ token_type: type, jti: randomUUID().replaceAll('-', ''), user_id: userId })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuedAt(now)
        .setExpirationTime(now + lifetimes[type])
        .sign(secret);
    },
    async read(token, type) {
      const claims = await verified(token, secret, clock);
      if (type !== null && claims.token_type !== type) throw new BadToken('Token has wrong type');
      return claims;
    },
  };
}

async function verified(token: string, secret: Uint8Array, clock: Clock): Promise<Claims> {
  try {
    // Only our algorithm: `alg: none` and other kinds of keys are refused before anything else is checked.
    const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], currentDate: new Date(clock()) });
    const claims = claimsSchema.safeParse(payload);
    if (claims.success) return claims.data;
  } catch (error) {
    if (!(error instanceof errors.JOSEError || error instanceof TypeError)) throw error;
  }
  throw new BadToken('Token is invalid or expired');
}
