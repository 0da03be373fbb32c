import { ApiError } from '../http/errors.ts';
import { timeRecord, isExpired, asJustReceived, type TimedRecord } from './clock.ts';
import { createKeeper } from './keeper.ts';
import { isLive, recordOfLogIn, type SessionRecord } from './record.ts';
import { anonymous } from './state.ts';
import type { Credentials, Session, SessionDeps, Stamp } from './types.ts';
import { abortable, withDeadline } from './wait.ts';

const requestDeadline = 10_000;
/** simplejwt's error codes for a user who no longer exists or is inactive, and for a header that a refresh cannot fix. */
const fatalCodes = new Set(['user_not_found', 'user_inactive', 'bad_authorization_header']);

/*
 * How calls and requests change the state. What other tabs and refreshes do to it: the table in `keeper.ts`.
 *
 *   Event                        State                     Next state, and what happens
 *   ---------------------------  ------------------------  ----------------------------------------------------------------
 *   boot()                       booting                   no tokens stored: anonymous
 *                                                          access token fresh: active, without a request
 *                                                          age unknown: verified; rejected counts as expired
 *                                                          expired: refreshed, then active, degraded or (refused) anonymous
 *                                ended, not expired        no tokens stored: anonymous
 *                                                          tokens of the same user: active
 *                                                          tokens of another user: unchanged
 *                                others                    the store is compared again
 *   logIn() succeeds             any                       active in a new session; the other tabs are told
 *   logOut()                     active, degraded,
 *                                ended: expired            ended: logout; record cleared, the other tabs told, token revoked
 *                                booting, record adopted   anonymous; record cleared, the other tabs told, token revoked
 *                                others                    unchanged
 *   reauthenticate() succeeds    ended, same user          active in the same session, next generation
 *                                ended, other user         ended: switched; the new session is written for the other tabs
 *                                others                    unchanged; rejects
 *   renew() succeeds             active, degraded          active in the same session, next generation
 *                                others                    unchanged; rejects
 *   retry()                      active, degraded          a refresh starts at once, before the backoff and Retry-After are over
 *   a 401 to a request of
 *     another session            any                       unchanged; the request rejects
 *     this session, fatal code   active, degraded          ended: expired
 *     ... with an old token      active, degraded          unchanged; the request is replayed with the current one, once
 *     ... with the current one   active, degraded          refreshed, and the request is replayed
 *     ... when replayed          active, degraded          ended: expired, unless the store has newer tokens
 *
 * A log-in that fails changes nothing. One that was overtaken by another log-in or by a log-out rejects with `session-ended`,
 * and its response is dropped.
 */

/** Creates the session of one tab. It knows nothing of axios, React or the browser: `deps` provides them. */
export function createSession(deps: SessionDeps): Session {
  const { clock, transport } = deps;
  const keeper = createKeeper(deps);
  const { state, store } = keeper;
  let bootInProgress: Promise<void> | null = null;
  /** Counts log-ins and log-outs: the response to an older one is dropped. */
  let epoch = 0;

  function boot(): Promise<void> {
    if (state.get().status !== 'booting') return Promise.resolve(leaveEnded());
    bootInProgress ??= bootFromStore().finally(() => {
      bootInProgress = null;
    });
    return bootInProgress;
  }

  /** Makes no request while the stored access token is fresh. */
  async function bootFromStore(): Promise<void> {
    while (state.get().status === 'booting') {
      const stored = store.read();
      if (!isLive(stored)) return state.set(anonymous);
      const current = keeper.adopt(timeRecord(stored, clock));
      if (!current.ageKnown) await verifyToken(current);
      if (keeper.current !== null && isExpired(keeper.current, clock)) await keeper.refresh();
      if (keeper.current !== null) keeper.showCurrent();
    }
  }

  /** Asks the server about a token whose age is unknown. Without a response the token is used: the API's 401 will say if it is bad. */
  async function verifyToken(current: TimedRecord): Promise<void> {
    let good = true;
    try {
      await withDeadline(clock, requestDeadline, keeper.sessionSignal, (signal) => transport.verify(current.record.access, signal));
    } catch (error) {
      // A server that rotates refuses a revoked token with a 400.
      good = !(error instanceof ApiError && (error.kind === 'unauthorized' || error.kind === 'validation'));
    }
    if (keeper.current !== current) return;
    if (good) keeper.adopt(asJustReceived(current, clock));
    else current.accessRejected = true;
  }

  /** Leaves an ended session once the app has removed everything private. Another user's record is not adopted. */
  function leaveEnded(): void {
    keeper.syncWithStore();
    const now = state.get();
    if (now.status !== 'ended' || now.reason === 'expired') return;
    const stored = store.read();
    if (!isLive(stored)) state.set(anonymous);
    else if (stored.userId === now.userId) keeper.adoptAndShow(stored);
  }

  async function logIn(credentials: Credentials): Promise<void> {
    publishAndAdopt(await requestLogIn(credentials));
  }

  function publishAndAdopt(record: SessionRecord): void {
    keeper.publish(record);
    keeper.adoptAndShow(record);
  }

  /** Logs in and returns the record of a new session. @throws ApiError `session-ended` when overtaken by another log-in or a log-out */
  async function requestLogIn(credentials: Credentials): Promise<SessionRecord> {
    const startedIn = ++epoch;
    const tokens = await transport.logIn(credentials);
    if (startedIn !== epoch) throw sessionEnded();
    const record = recordOfLogIn(tokens, credentials.email.toLowerCase(), { sessionId: deps.newId(), generation: 1, receivedAt: clock.now() });
    if (record === null) throw new ApiError('contract');
    return record;
  }

  async function reauthenticate(credentials: Credentials): Promise<void> {
    const before = state.get();
    if (before.status !== 'ended') throw sessionEnded();
    const record = await requestLogIn(credentials);
    if (record.userId === before.userId) return publishAndAdopt(asNextGeneration(record, before.sessionId));
    keeper.publish(record);
    state.set({ ...before, reason: 'switched' });
  }

  async function renew(credentials: Credentials): Promise<void> {
    const before = keeper.current?.record;
    if (before === undefined) throw sessionEnded();
    const record = await requestLogIn(credentials);
    keeper.syncWithStore();
    if (!keeper.isCurrent(before.sessionId)) throw sessionEnded();
    if (record.userId !== before.userId) throw new ApiError('contract');
    publishAndAdopt(asNextGeneration(record, before.sessionId));
  }

  /** The record as the next generation of that session, if that one is still stored; otherwise as the new session that it is. */
  function asNextGeneration(record: SessionRecord, sessionId: string): SessionRecord {
    const stored = store.read();
    return stored?.sessionId === sessionId ? { ...record, sessionId, generation: stored.generation + 1 } : record;
  }

  function logOut(): void {
    epoch += 1;
    const leaving = keeper.tabSession();
    if (leaving === null) return;
    const stored = store.read();
    const last = stored?.sessionId === leaving.sessionId && isLive(stored) ? stored : keeper.current?.record;
    store.clear(leaving.sessionId);
    deps.channel.post({ sessionId: leaving.sessionId, loggedOut: true });
    keeper.end('logout');
    if (last !== undefined) revoke(last.refresh);
  }

  /** Uses the refresh token once more: with rotation and blacklisting that makes every copy of it worthless. The response is discarded. */
  function revoke(refresh: string): void {
    const never = new AbortController().signal;
    withDeadline(clock, requestDeadline, never, (signal) => transport.refresh(refresh, signal)).catch(() => undefined);
  }

  async function usableToken(signal?: AbortSignal): Promise<Stamp> {
    signal?.throwIfAborted();
    if (state.get().status === 'booting') await abortable(boot(), signal);
    const sessionId = keeper.current?.record.sessionId;
    // Tokens adopted from another tab may have expired too, so a second round is normal; a third is the limit.
    for (let round = 0; round < 3 && !keeper.hasUsableToken(); round++) {
      const outcome = await abortable(keeper.refresh(), signal);
      if (sessionId === undefined || !keeper.isCurrent(sessionId)) throw sessionEnded();
      if (outcome.kind === 'failed' && !keeper.hasUsableToken()) throw outcome.error;
    }
    if (keeper.current === null) throw sessionEnded();
    if (!keeper.hasUsableToken()) throw new ApiError('contract');
    const { access: token, generation } = keeper.current.record;
    return { token, generation, sessionId: keeper.current.record.sessionId };
  }

  const afterRefusal: Session['afterRefusal'] = async (sent, { code, replayed }, signal) => {
    const current = keeper.current;
    if (current?.record.sessionId !== sent.sessionId) throw sessionEnded();
    if (code !== null && fatalCodes.has(code)) {
      keeper.expireNow();
      throw sessionEnded();
    }
    if (current.record.access !== sent.token) return replayed ? 'reject' : 'replay';
    current.accessRejected = true;
    if (replayed) {
      keeper.expire();
      if (!keeper.isCurrent(sent.sessionId)) throw sessionEnded();
      return 'reject';
    }
    await usableToken(signal);
    return 'replay';
  };

  return {
    getState: state.get,
    subscribe: state.subscribe,
    get storageBlocked() {
      return store.blocked;
    },
    boot,
    logIn,
    logOut,
    reauthenticate,
    renew,
    retry: () => void keeper.refresh(true),
    usableToken,
    afterRefusal,
    belongsTo: keeper.isCurrent,
    dispose: keeper.dispose,
  };
}

function sessionEnded(): ApiError {
  return new ApiError('session-ended');
}
