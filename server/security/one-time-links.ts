import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { int } from '../../src/contract/python.ts';
import type { UserRow } from '../db/schema.ts';

/** How long a mailed link is good, in seconds: Django's PASSWORD_RESET_TIMEOUT. */
const lifetime = 3 * 24 * 60 * 60;

/** Django counts a token's seconds from here. */
const epoch = Date.UTC(2001, 0, 1) / 1000;

/** What a link's token depends on: any change of one of these ends it. */
export type LinkOwner = Pick<UserRow, 'id' | 'email' | 'password' | 'last_reset_at'>;

export interface OneTimeLinks {
  /** The token for a user's link, good for three days. */
  token(user: LinkOwner): string;
  /** Whether the token is that user's and still good. */
  isGood(user: LinkOwner, token: string): boolean;
}

/**
 * Django's PasswordResetTokenGenerator in kind: nothing is kept; the token is a time and an HMAC over what the user is
 * now. So a link works until the password or the address changes, as often as it is followed.
 */
export function createOneTimeLinks(secret: Uint8Array, clock: Clock): OneTimeLinks {
  const now = () => Math.floor(clock() / 1000) - epoch;

  function signed(user: LinkOwner, seconds: number): string {
    const state = JSON.stringify(['one-time-link', user.id, user.password, user.last_reset_at, user.email, seconds]);
    return `${seconds.toString(36)}-${createHmac('sha256', secret).update(state).digest('hex').slice(0, 32)}`;
  }

  return {
    token: (user) => signed(user, now()),
    isGood(user, token) {
      const seconds = parseInt(/^([0-9a-z]{1,8})-/.exec(token)?.[1] ?? '', 36);
      if (Number.isNaN(seconds)) return false;
      const given = Buffer.from(token);
      const expected = Buffer.from(signed(user, seconds));
      return given.length === expected.length && timingSafeEqual(given, expected) && now() - seconds <= lifetime;
    },
  };
}

/** The `uid` of a link: a user's id, as djoser encodes it. */
export function encodeUid(id: number): string {
  return Buffer.from(String(id)).toString('base64url');
}

/** The user's id in a `uid`; null when there is none. */
export function decodeUid(uid: string): number | null {
  if (!/^[\w-]+={0,2}$/.test(uid)) return null;
  const id = Number(int(Buffer.from(uid, 'base64url').toString()) ?? NaN);
  return Number.isSafeInteger(id) ? id : null;
}
