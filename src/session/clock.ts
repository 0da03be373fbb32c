import { readClaims } from './access-token.ts';
import type { SessionRecord } from './record.ts';
import type { Clock } from './types.ts';

/**
 * The record a tab goes by, with the moment its access token began to live on the tab's monotonic clock: the wall clock may
 * be set while the page is open, and is asked only once, when the record is taken up.
 */
export interface Held {
  readonly record: SessionRecord;
  readonly since: number;
  /** False when the clock cannot tell the token's age, or the token its lifetime. */
  readonly certain: boolean;
  /** The API has answered this access token with 401. */
  rejected: boolean;
  /** The server has refused this record's refresh token for good. */
  refused: boolean;
}

/** A token this close to its end (as a share of its life) is renewed before it is used: it might run out on the way. */
const leeway = 0.1;

/** Renewal ahead of need begins at this share of the lifetime … */
const dueShare = 0.8;
/** … but not sooner than this after the last one, under any clock. */
export const leastInterval = 20_000;

/** Takes a record up, at any time after its receipt, in this tab or another. */
export function hold(record: SessionRecord, clock: Clock): Held {
  const age = clock.now() - record.receivedAt;
  // A clock that is corrected by a little in between is no clock that was wrong.
  const slack = (record.lifetime ?? 0) * leeway;
  const certain = record.lifetime !== null && age >= -slack;
  return { record, since: clock.monotonic() - (certain ? Math.max(0, age) : 0), certain, rejected: false, refused: false };
}

/** The same record, once the server has said that its access token is good: as if just received. */
export function verified(held: Held, clock: Clock): Held {
  return { ...held, since: clock.monotonic(), certain: true };
}

/** Past its end, as far as can be known; a token of unknown lifetime never is (the API's 401 tells). */
export function isExpired(held: Held, clock: Clock): boolean {
  return held.rejected || clock.monotonic() >= (endOf(held) ?? Infinity);
}

/** Good for a request without a thought. */
export function isFresh(held: Held, clock: Clock): boolean {
  const { lifetime } = held.record;
  return !held.rejected && (lifetime === null || clock.monotonic() - held.since < lifetime * (1 - leeway));
}

/** Monotonic time of the token's end; null when unknown. */
export function endOf({ record, since }: Held): number | null {
  return record.lifetime === null ? null : since + record.lifetime;
}

/**
 * Monotonic time from which the token is to be renewed ahead of need; null when there is no such time, as for tokens
 * that live shorter than the least interval.
 * @param jitter 0 ≤ x < 1: tabs opened together do not all ask at once
 */
export function dueAt(held: Held, jitter: number): number | null {
  const { lifetime } = held.record;
  if (lifetime === null) return null;
  const due = Math.max(lifetime * (dueShare + (jitter - 0.5) * 0.1), leastInterval);
  return due < lifetime ? held.since + due : null;
}

/**
 * Whether the refresh token is past its own end. Its `exp` is by the server's clock, which is reckoned from the access token
 * (given out `lifetime` before its `exp`) and the moment that one was received.
 */
export function hasRefreshRunOut({ access, refresh, receivedAt, lifetime }: SessionRecord, clock: Clock): boolean {
  const accessEnd = readClaims(access)?.exp ?? null;
  const refreshEnd = readClaims(refresh)?.exp ?? null;
  if (accessEnd === null || refreshEnd === null || lifetime === null) return false;
  const serverNow = accessEnd * 1000 - lifetime + (clock.now() - receivedAt);
  return serverNow >= refreshEnd * 1000;
}
