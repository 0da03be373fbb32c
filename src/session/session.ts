import { ApiError } from '../http/errors.ts';
import { hold, isExpired, verified, type Held } from './clock.ts';
import { createKeeper } from './keeper.ts';
import { isLive, recordOfLogIn, type SessionRecord } from './record.ts';
import { anonymous } from './state.ts';
import type { Credentials, Session, SessionDeps, Stamp } from './types.ts';
import { abortable, withDeadline } from './wait.ts';

export type { Session, SessionState } from './types.ts';

const shortDeadline = 10_000;
/** simplejwt's words for a user who is gone, or a header that no refresh will mend. */
const fatalCodes = new Set(['user_not_found', 'user_inactive', 'bad_authorization_header']);

/** Makes the session of one tab. It knows neither axios nor React nor the browser: all of it comes in by `deps`. */
export function createSession(deps: SessionDeps): Session {
  const { clock, transport } = deps;
  const keeper = createKeeper(deps);
  const { state, store } = keeper;
  let boots: Promise<void> | null = null;
  /** Counts log-ins and log-outs: an answer to an older one is dropped. */
  let epoch = 0;

  function boot(): Promise<void> {
    if (state.get().status !== 'booting') return Promise.resolve(comeBack());
    boots ??= start().finally(() => {
      boots = null;
    });
    return boots;
  }

  /** No network while the stored access token is fresh. */
  async function start(): Promise<void> {
    while (state.get().status === 'booting') {
      const stored = store.read();
      if (!isLive(stored)) return state.set(anonymous);
      const held = keeper.take(hold(stored, clock));
      if (!held.certain) await verify(held);
      if (keeper.held !== null && isExpired(keeper.held, clock)) await keeper.refresh();
      if (keeper.held !== null) keeper.arrive();
    }
  }

  /** Asks the server about a token whose age nobody here can tell. No answer, no objection: the API's 401 would say. */
  async function verify(held: Held): Promise<void> {
    let good = true;
    try {
      await withDeadline(clock, shortDeadline, keeper.ending, (signal) => transport.verify(held.record.access, signal));
    } catch (error) {
      good = !(error instanceof ApiError && (error.status === 401 || error.status === 400));
    }
    if (keeper.held !== held) return;
    if (good) keeper.take(verified(held, clock));
    else held.rejected = true;
  }

  /** From a session that has ended to none, once the app has put everything away; another user's record is left alone. */
  function comeBack(): void {
    keeper.sync();
    const now = state.get();
    if (now.status !== 'ended' || now.reason === 'expired') return;
    const stored = store.read();
    if (!isLive(stored)) state.set(anonymous);
    else if (stored.userId === now.userId) keeper.begin(stored);
  }

  async function logIn(credentials: Credentials): Promise<void> {
    begin(await fetchRecord(credentials));
  }

  function begin(record: SessionRecord): void {
    keeper.publish(record);
    keeper.begin(record);
  }

  /** The record of a new session. @throws ApiError `session-ended` when a log-in or log-out has overtaken it */
  async function fetchRecord(credentials: Credentials): Promise<SessionRecord> {
    const mine = ++epoch;
    const tokens = await transport.logIn(credentials);
    if (mine !== epoch) throw sessionEnded();
    const record = recordOfLogIn(tokens, credentials.email, { sessionId: deps.newId(), generation: 1, receivedAt: clock.now() });
    if (record === null) throw new ApiError('contract');
    return record;
  }

  async function reauthenticate(credentials: Credentials): Promise<void> {
    const before = state.get();
    if (before.status !== 'ended') throw sessionEnded();
    const record = await fetchRecord(credentials);
    if (record.userId === before.userId) return begin(continued(record, before.sessionId));
    keeper.publish(record);
    state.set({ ...before, reason: 'switched' });
  }

  async function renew(credentials: Credentials): Promise<void> {
    const before = keeper.held?.record;
    if (before === undefined) throw sessionEnded();
    const record = await fetchRecord(credentials);
    keeper.sync();
    if (!keeper.holds(before.sessionId)) throw sessionEnded();
    if (record.userId !== before.userId) throw new ApiError('contract');
    begin(continued(record, before.sessionId));
  }

  /** The next generation of that session while it is still the stored one; otherwise a new session. */
  function continued(record: SessionRecord, sessionId: string): SessionRecord {
    const stored = store.read();
    return stored?.sessionId === sessionId ? { ...record, sessionId, generation: stored.generation + 1 } : record;
  }

  function logOut(): void {
    epoch += 1;
    const leaving = keeper.mine();
    if (leaving === null) return;
    const stored = store.read();
    const last = stored?.sessionId === leaving.sessionId && isLive(stored) ? stored : keeper.held?.record;
    store.clear(leaving.sessionId);
    deps.channel.post({ sessionId: leaving.sessionId, loggedOut: true });
    keeper.end('logout');
    if (last !== undefined) burn(last.refresh);
  }

  /** Where refresh tokens rotate, using the last one makes every copy of it worthless. The answer is thrown away. */
  function burn(refresh: string): void {
    const never = new AbortController().signal;
    withDeadline(clock, shortDeadline, never, (signal) => transport.refresh(refresh, signal)).catch(() => undefined);
  }

  async function usableToken(signal?: AbortSignal): Promise<Stamp> {
    signal?.throwIfAborted();
    if (state.get().status === 'booting') await abortable(boot(), signal);
    const sessionId = keeper.held?.record.sessionId;
    // A token that was adopted may be old itself; more than two rounds mean that something is badly wrong.
    for (let round = 0; round < 3 && !keeper.canUse(); round++) {
      const outcome = await abortable(keeper.refresh(), signal);
      if (sessionId === undefined || !keeper.holds(sessionId)) throw sessionEnded();
      if (outcome.kind === 'failed' && !keeper.canUse()) throw outcome.error;
    }
    if (keeper.held === null) throw sessionEnded();
    if (!keeper.canUse()) throw new ApiError('contract');
    const { access: token, generation } = keeper.held.record;
    return { token, generation, sessionId: keeper.held.record.sessionId };
  }

  const afterRefusal: Session['afterRefusal'] = async (sent, { code, replayed }, signal) => {
    const held = keeper.held;
    if (held?.record.sessionId !== sent.sessionId) throw sessionEnded();
    if (code !== null && fatalCodes.has(code)) {
      keeper.expireAtOnce();
      throw sessionEnded();
    }
    if (held.record.access !== sent.token) return replayed ? 'reject' : 'replay';
    held.rejected = true;
    if (replayed) {
      keeper.expire();
      if (!keeper.holds(sent.sessionId)) throw sessionEnded();
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
    belongsTo: keeper.holds,
    dispose: keeper.dispose,
  };
}

function sessionEnded(): ApiError {
  return new ApiError('session-ended');
}
