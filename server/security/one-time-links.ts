import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { int } from '../../src/contract/python.ts';
import type { Micros, UserRow } from '../db/schema.ts';

/** How long an emailed link is valid, in seconds: Django's PASSWORD_RESET_TIMEOUT. */
const lifetime = 3 * 24 * 60 * 60;

/** Django counts the seconds in a token from here. */
const epoch = Date.UTC(2001, 0, 1) / 1000;

/** What a link's token depends on: it is invalid once any of these changes. */
export type LinkOwner = Pick<UserRow, 'id' | 'email' | 'password' | 'last_reset_at'>;

/** What a link is for; it is good for nothing else. */
export type LinkPurpose = 'activation' | 'password-reset';

export interface OneTimeLinks {
  /** Creates the token of a user's link, valid for three days. */
  token(purpose: LinkPurpose, user: LinkOwner): string;
  /** Whether the token has that purpose, belongs to that user and is still valid. */
  isValid(purpose: LinkPurpose, user: LinkOwner, token: string): boolean;
  /** Every link that was made before this time has expired. */
  expiredBefore(): Micros;
}

/**
 * Works like Django's PasswordResetTokenGenerator: nothing is stored; the token is a time and an HMAC over the user's
 * current state. So a link works any number of times, until the password or the email address changes. Unlike Django's,
 * it works for one purpose only: an old activation email must not be able to set a password.
 */
export function createOneTimeLinks(secret: Uint8Array, clock: Clock): OneTimeLinks {
  const now = () => Math.floor(clock() / 1000) - epoch;

  function signed(purpose: LinkPurpose, user: LinkOwner, seconds: number): string {
    const state = JSON.stringify([purpose, user.id, user.password, user.last_reset_at, user.email, seconds]);
    return `${seconds.toString(36)}-${createHmac('sha256', secret).update(state).digest('hex').slice(0, 32)}`;
  }

  return {
    token: (purpose, user) => signed(purpose, user, now()),
    isValid(purpose, user, token) {
      const seconds = parseInt(/^([0-9a-z]{1,8})-/.exec(token)?.[1] ?? '', 36);
      if (Number.isNaN(seconds)) return false;
      const given = Buffer.from(token);
      const expected = Buffer.from(signed(purpose, user, seconds));
      return given.length === expected.length && timingSafeEqual(given, expected) && now() - seconds <= lifetime;
    },
    expiredBefore: () => (now() + epoch - lifetime) * 1_000_000,
  };
}

/** Encodes a user's id as the `uid` of a link, as djoser does. */
export function encodeUid(id: number): string {
  return Buffer.from(String(id)).toString('base64url');
}

/** Decodes a `uid` to a user's id; null when it is invalid. */
export function decodeUid(uid: string): number | null {
  if (!/^[\w-]+={0,2}$/.test(uid)) return null;
  const id = Number(int(Buffer.from(uid, 'base64url').toString()) ?? NaN);
  return Number.isSafeInteger(id) ? id : null;
}
