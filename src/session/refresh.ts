import { ApiError, isAbort, type ApiErrorKind } from '../http/errors.ts';
import { isRefreshTokenExpired } from './clock.ts';
import { isLive, recordOfRefresh, type SessionRecord } from './record.ts';
import type { RecordStore } from './store.ts';
import type { Clock, Locks, Transport } from './types.ts';
import { pause, withDeadline, withLock } from './wait.ts';

export type RefreshOutcome =
  /** The store has newer tokens: fetched by this refresh, or by another tab. */
  | { kind: 'renewed'; record: SessionRecord }
  /** The server has definitively refused this refresh token. */
  | { kind: 'refused' }
  /** No response, or one that says nothing about the token; the requests that wait for it fail with this error. */
  | { kind: 'failed'; error: ApiError }
  /** The session has ended or been replaced: any response was discarded. */
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
/** Longer than `refreshDeadline`, so that waiting for the lock times out only when the tab that has it is frozen. */
const lockPatience = 12_000;
const refreshDeadline = 10_000;
const rereadInterval = 250;

/**
 * Fetches new tokens for `base`, once for all tabs: under a lock where the browser has locks, adopting what another tab has
 * fetched in the meantime, and writing only while the stored record is still `base`. Settles within 32 s whatever the network does.
 * @param sessionSignal aborts when this tab leaves the session
 */
export function refreshRecord(base: SessionRecord, sessionSignal: AbortSignal, deps: RefreshDeps): Promise<RefreshOutcome> {
  const { store, publish, locks, clock, transport } = deps;

  return withLock(locks, lockName, { clock, patience: lockPatience, signal: sessionSignal }, async (locked) => {
    const before = readStored();
    if (sessionSignal.aborted) return { kind: 'superseded' };
    if (before !== base) return outcomeOf(before);

    try {
      const tokens = await withDeadline(clock, refreshDeadline, sessionSignal, (signal) => transport.refresh(base.refresh, signal));
      const fresh = recordOfRefresh(base, tokens, clock.now());
      return fresh === null ? { kind: 'failed', error: new ApiError('contract') } : commit(fresh);
    } catch (failure) {
      const error = toRefreshError(failure);
      if (error.kind !== 'unauthorized') return { kind: 'failed', error };
      return await confirmRefusal(locked);
    }
  });

  /** The stored record of this session: `base` itself while nothing has changed, 'refused' without tokens, null when it is gone. */
  function readStored(): SessionRecord | 'refused' | null {
    const stored = store.read();
    if (stored?.sessionId !== base.sessionId) return null;
    if (!isLive(stored)) return 'refused';
    return stored.generation === base.generation ? base : stored;
  }

  /** Writes the tokens, unless a log-out, a log-in or newer tokens came first: then this response is dropped. */
  function commit(fresh: SessionRecord): RefreshOutcome {
    const now = readStored();
    if (now !== base) return outcomeOf(now);
    publish(fresh);
    return { kind: 'renewed', record: fresh };
  }

  /**
   * A 401 is final, unless another tab used the same token a moment earlier (a server with rotation accepts each token once).
   * With the lock, that tab's write is already there. Without it, the write may still be on its way, so this waits for it;
   * but not when the token has simply expired: the first visit of the morning must reach the log-in page at once.
   */
  async function confirmRefusal(locked: boolean): Promise<RefreshOutcome> {
    const until = clock.monotonic() + refreshDeadline;
    for (;;) {
      const now = readStored();
      if (now !== base) return outcomeOf(now);
      if (locked || sessionSignal.aborted || isRefreshTokenExpired(base, clock) || clock.monotonic() >= until) return { kind: 'refused' };
      await pause(clock, rereadInterval, sessionSignal);
    }
  }

  function outcomeOf(found: SessionRecord | 'refused' | null): RefreshOutcome {
    if (found === null) return { kind: 'superseded' };
    return found === 'refused' ? { kind: 'refused' } : { kind: 'renewed', record: found };
  }
}

/** What would say something else about the request that waits for the refresh: a page must not say "Not found" because of it. */
const misleading: readonly ApiErrorKind[] = ['validation', 'forbidden', 'not-found', 'bad-request'];

function toRefreshError(failure: unknown): ApiError {
  if (isAbort(failure)) return new ApiError('network'); // an abort that was not ours, such as leaving the page
  return failure instanceof ApiError && !misleading.includes(failure.kind) ? failure : new ApiError('unavailable', { cause: failure });
}
