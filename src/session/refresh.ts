import { ApiError, toApiError } from '../http/errors.ts';
import { hasRefreshRunOut } from './clock.ts';
import { isLive, recordOfRefresh, type SessionRecord } from './record.ts';
import type { RecordStore } from './store.ts';
import type { Clock, Locks, Transport } from './types.ts';
import { pause, withDeadline, withLock } from './wait.ts';

export type RefreshOutcome =
  /** There are newer tokens in the store: fetched now, or by another tab. */
  | { kind: 'renewed'; record: SessionRecord }
  /** The server will not take this refresh token any more. */
  | { kind: 'refused' }
  /** No answer, or none that says anything about the token. */
  | { kind: 'failed'; error: ApiError }
  /** The session is over or another one's: whatever came back was thrown away. */
  | { kind: 'superseded' };

interface RefreshDeps {
  store: RecordStore;
  /** Writes the record and tells the other tabs. */
  publish(record: SessionRecord): void;
  locks: Locks | null;
  clock: Clock;
  transport: Transport;
}

const lockName = 'company-admin.refresh';
/** Longer than a refresh may take, so that the lock is missed only when its holder is frozen. */
const lockPatience = 12_000;
const refreshDeadline = 10_000;
const rereadEvery = 250;

/**
 * Gets new tokens for `bound`, once for all tabs: under a lock where there is one, adopting what another tab has fetched
 * meanwhile, writing only what still fits. Settles within 32 s whatever the network does.
 * @param ending aborts when this tab leaves the session
 */
export function refreshRecord(bound: SessionRecord, ending: AbortSignal, deps: RefreshDeps): Promise<RefreshOutcome> {
  const { store, publish, locks, clock, transport } = deps;

  return withLock(locks, lockName, { clock, patience: lockPatience, ending }, async (held) => {
    const before = newestOf();
    if (ending.aborted) return { kind: 'superseded' };
    if (before !== bound) return outcomeOf(before);

    try {
      const tokens = await withDeadline(clock, refreshDeadline, ending, (signal) => transport.refresh(bound.refresh, signal));
      const fresh = recordOfRefresh(bound, tokens, clock.now());
      return fresh === null ? { kind: 'failed', error: new ApiError('contract') } : commit(fresh);
    } catch (failure) {
      const error = failureOf(failure);
      if (error.status !== 401) return { kind: 'failed', error };
      return await refused(held);
    }
  });

  /** What is stored now, seen from `bound`: `bound` itself while nothing has changed. */
  function newestOf(): SessionRecord | 'refused' | null {
    const stored = store.read();
    if (stored?.sessionId !== bound.sessionId) return null;
    if (!isLive(stored)) return 'refused';
    return stored.generation === bound.generation ? bound : stored;
  }

  /** The fence: a log-out, a log-in, or a newer pair of tokens that came in between wins, and this answer is dropped. */
  function commit(fresh: SessionRecord): RefreshOutcome {
    const now = newestOf();
    if (now !== bound) return outcomeOf(now);
    publish(fresh);
    return { kind: 'renewed', record: fresh };
  }

  /**
   * A 401 is final, unless another tab has used the same token a moment before (a server with rotation takes each but once).
   * Under the lock its write must be there already; without, it may still be on its way, unless the token had simply
   * come to its end: who comes back in the morning is not to be kept waiting.
   */
  async function refused(held: boolean): Promise<RefreshOutcome> {
    const until = clock.monotonic() + refreshDeadline;
    for (;;) {
      const now = newestOf();
      if (now !== bound) return outcomeOf(now);
      if (held || ending.aborted || hasRefreshRunOut(bound, clock) || clock.monotonic() >= until) return { kind: 'refused' };
      await pause(clock, rereadEvery, ending);
    }
  }

  function outcomeOf(found: SessionRecord | 'refused' | null): RefreshOutcome {
    if (found === null) return { kind: 'superseded' };
    return found === 'refused' ? { kind: 'refused' } : { kind: 'renewed', record: found };
  }
}

/** Any way to fail, as an ApiError. */
function failureOf(failure: unknown): ApiError {
  try {
    return toApiError(failure);
  } catch {
    return new ApiError('network'); // an abort that was not ours, as when the page is being left
  }
}
