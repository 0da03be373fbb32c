import { isLive, type SessionRecord, type StoredRecord } from './record.ts';

/** What a record that is found in the store means for a tab that goes by another, or by the same. */
export type Finding =
  | { kind: 'same' }
  /** Newer tokens, or a new session, of the same user: to be taken up. */
  | { kind: 'newer'; record: SessionRecord }
  /** The tokens were given up, in this session. */
  | { kind: 'expired' }
  /** Somebody logged out. */
  | { kind: 'gone' }
  /** Somebody else logged in. A tab never takes up another user's record. */
  | { kind: 'other user' };

/** What a tab goes by. The generation of a session that has run out is 0: anything is newer. */
export type Mine = Pick<SessionRecord, 'sessionId' | 'userId' | 'generation'>;

/** Compares what a tab goes by with what is stored. */
export function compare(mine: Mine, stored: StoredRecord | null): Finding {
  const inSession = stored?.sessionId === mine.sessionId;
  if (!isLive(stored)) return inSession ? { kind: 'expired' } : { kind: 'gone' };
  if (inSession && stored.generation === mine.generation) return { kind: 'same' };
  return stored.userId === mine.userId ? { kind: 'newer', record: stored } : { kind: 'other user' };
}
