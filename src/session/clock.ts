import { readClaims } from './access-token.ts';
import type { SessionRecord } from './record.ts';
import type { Clock } from './types.ts';

/**
 * The tab's record, with the time at which its access token was issued on the tab's monotonic clock. The wall clock may be
 * set while the page is open, so it is read only once, when the tab adopts the record.
 */
export interface TimedRecord {
  readonly record: SessionRecord;
  /** Monotonic time in milliseconds. */
  readonly since: number;
  /** False when the clock is implausible, or the token does not state its lifetime. */
  readonly ageKnown: boolean;
  /** The API has rejected this access token with a 401. */
  accessRejected: boolean;
  /** The server has definitively refused this record's refresh token. */
  refreshRefused: boolean;
}

/** An access token is renewed before use during this last part of its lifetime: it might expire on the way to the server. */
const leeway = 0.1;

/** Proactive renewal starts at this fraction of the lifetime … */
const renewalShare = 0.8;
/** … but never sooner than this after the last attempt, whatever the clocks say (milliseconds). */
export const minInterval = 20_000;

/** Places a record on this tab's monotonic clock; the record may have been received at any time, in this tab or another. */
export function timeRecord(record: SessionRecord, clock: Clock): TimedRecord {
  const age = clock.now() - record.receivedAt;
  // A small correction of the wall clock in between does not make the age unknown.
  const slack = (record.lifetime ?? 0) * leeway;
  const ageKnown = record.lifetime !== null && age >= -slack;
  return { record, since: clock.monotonic() - (ageKnown ? Math.max(0, age) : 0), ageKnown, accessRejected: false, refreshRefused: false };
}

/** The same record after the server has verified its access token: treated as if just received. */
export function asJustReceived(current: TimedRecord, clock: Clock): TimedRecord {
  return { ...current, since: clock.monotonic(), ageKnown: true };
}

/** Whether the access token has expired, as far as the client can tell. With an unknown lifetime it never has: the API's 401 will say so. */
export function isExpired(current: TimedRecord, clock: Clock): boolean {
  return current.accessRejected || clock.monotonic() >= (expiresAt(current) ?? Infinity);
}

/** Whether the access token can be used without renewing it first. */
export function isFresh(current: TimedRecord, clock: Clock): boolean {
  const { lifetime } = current.record;
  return !current.accessRejected && (lifetime === null || clock.monotonic() - current.since < lifetime * (1 - leeway));
}

/** Monotonic time at which the access token expires; null when unknown. */
export function expiresAt({ record, since }: TimedRecord): number | null {
  return record.lifetime === null ? null : since + record.lifetime;
}

/**
 * Monotonic time at which proactive renewal is due; null when there is none, as for tokens with a lifetime below `minInterval`.
 * @param jitter 0 ≤ x < 1: keeps tabs that were opened together from refreshing at the same moment
 */
export function renewalDueAt(current: TimedRecord, jitter: number): number | null {
  const { lifetime } = current.record;
  if (lifetime === null) return null;
  const due = Math.max(lifetime * (renewalShare + (jitter - 0.5) * 0.1), minInterval);
  return due < lifetime ? current.since + due : null;
}

/**
 * Whether the refresh token has expired. Its `exp` is by the server's clock. The server's time now is worked out from the
 * access token, which was issued `lifetime` before its own `exp`, and from the time since it was received.
 */
export function isRefreshTokenExpired({ access, refresh, receivedAt, lifetime }: SessionRecord, clock: Clock): boolean {
  const accessEnd = readClaims(access)?.exp ?? null;
  const refreshEnd = readClaims(refresh)?.exp ?? null;
  if (accessEnd === null || refreshEnd === null || lifetime === null) return false;
  const serverNow = accessEnd * 1000 - lifetime + (clock.now() - receivedAt);
  return serverNow >= refreshEnd * 1000;
}
