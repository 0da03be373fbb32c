import { isLive, type SessionRecord, type StoredRecord } from './record.ts';

/** How the stored record relates to the session that the tab belongs to. */
export type Comparison =
  | { kind: 'same' }
  /** Newer tokens, or a new session, of the same user: the tab adopts them. */
  | { kind: 'newer'; record: SessionRecord }
  /** The same session without tokens: its refresh token was refused. */
  | { kind: 'expired' }
  /** The session is no longer stored: another tab logged out, or the site's data was cleared. */
  | { kind: 'gone' }
  /** Another user has logged in. A tab never adopts another user's record. */
  | { kind: 'other user' };

/** The session that a tab belongs to. An expired session has generation 0, so that any tokens count as newer. */
export type TabSession = Pick<SessionRecord, 'sessionId' | 'userId' | 'generation'>;

/** Compares the tab's session with the stored record. */
export function compare(own: TabSession, stored: StoredRecord | null): Comparison {
  const inSession = stored?.sessionId === own.sessionId;
  if (!isLive(stored)) return inSession ? { kind: 'expired' } : { kind: 'gone' };
  if (inSession && stored.generation === own.generation) return { kind: 'same' };
  return stored.userId === own.userId ? { kind: 'newer', record: stored } : { kind: 'other user' };
}
