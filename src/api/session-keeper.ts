import { createAlarm } from './session-alarm.ts';
import { createBackoff } from './session-backoff.ts';
import { dueAt, endOf, hold, isExpired, isFresh, leastInterval, type Held } from './session-clock.ts';
import { compare, type Finding, type Mine } from './session-identity.ts';
import { expiredRecord, isLive, type SessionRecord } from './session-record.ts';
import { refreshRecord, type RefreshOutcome } from './session-refresh.ts';
import { anonymous, createObservedState, idsOf } from './session-state.ts';
import { createRecordStore } from './session-store.ts';
import type { EndReason, SessionDeps } from './session-types.ts';

const superseded: RefreshOutcome = { kind: 'superseded' };

/**
 * What one tab knows of its session and does for it unasked: it holds the record, follows what other tabs write, refreshes once
 * at a time, tries again after failures, and renews ahead of need. `session.ts` adds what people and requests ask for.
 */
export function createKeeper(deps: SessionDeps) {
  const { clock, page, channel, random } = deps;
  const state = createObservedState();
  const store = createRecordStore(deps.storage, state.notify);
  const backoff = createBackoff(clock, random);
  const alarm = createAlarm(clock, nextAt, () => void refresh());

  let held: Held | null = null;
  /** Aborts when this tab leaves the session that it holds. */
  let ending = new AbortController();
  let inFlight: Promise<RefreshOutcome> | null = null;
  /** Monotonic time from which to renew ahead of need. */
  let due: number | null = null;
  let lastTry = -Infinity;

  /** Persists first, notifies second. */
  function publish(record: SessionRecord): void {
    store.write(record);
    channel.post({ sessionId: record.sessionId, loggedOut: false });
  }

  /** Goes by this record from now on. */
  function take(next: Held): Held {
    if (held?.record.sessionId !== next.record.sessionId) release();
    held = next;
    backoff.reset();
    due = dueAt(next, random());
    alarm.set();
    return next;
  }

  /** Lets go of the session: whoever waits for it is told, whatever is on its way for it is stopped. */
  function release(): void {
    ending.abort();
    ending = new AbortController();
    held = inFlight = due = null;
    backoff.reset();
    alarm.set();
  }

  /** The session that this tab belongs to: the one it holds, or the one that ran out under somebody's hands. */
  function mine(): Mine | null {
    const now = state.get();
    if (held !== null) return held.record;
    return now.status === 'ended' && now.reason === 'expired' ? { ...now, generation: 0 } : null;
  }

  function end(reason: EndReason): void {
    const leaving = mine();
    if (leaving === null) return;
    const atBoot = state.get().status === 'booting';
    release();
    // A page that has shown nothing yet has nothing to keep or to explain: it goes to log-in.
    state.set(atBoot ? anonymous : { status: 'ended', reason, ...idsOf(leaving) });
  }

  /** Ends the session as expired for all tabs, unless the store has newer tokens than the ones that failed. */
  function expire(options: { evenIfNewer?: boolean } = {}): void {
    const current = held;
    if (current === null) return;
    if (options.evenIfNewer !== true) sync();
    if (held !== current) return;
    const stored = store.read();
    if (stored?.sessionId === current.record.sessionId && isLive(stored)) {
      store.write(expiredRecord(stored));
      channel.post({ sessionId: stored.sessionId, loggedOut: false });
    }
    end('expired');
  }

  /** Reads the record again and follows it, but never to another user. */
  function sync(): void {
    const stored = store.read();
    const now = mine();
    if (now !== null) follow(compare(now, stored));
    else if (state.get().status === 'anonymous' && isLive(stored)) begin(stored);
  }

  function follow(finding: Finding): void {
    if (finding.kind === 'same') return;
    if (finding.kind === 'expired') end('expired');
    else if (finding.kind === 'newer') {
      take(hold(finding.record, clock));
      show();
    } else if (state.get().status === 'booting') release(); // booting looks again
    else end(finding.kind === 'gone' ? 'elsewhere' : 'switched');
  }

  /** Goes by this record, from whatever state. */
  function begin(record: SessionRecord): void {
    take(hold(record, clock));
    arrive();
  }

  /** Says what is held, from whatever state. */
  function arrive(): void {
    if (held === null) return;
    const ids = idsOf(held.record);
    const { failure } = backoff;
    if (failure === null || !isExpired(held, clock)) return state.set({ status: 'active', ...ids, refreshing: inFlight !== null });
    const retryAt = canRetryUnasked() ? failure.retryAtWall : null;
    state.set({ status: 'degraded', ...ids, retryAt, reason: page.online() ? 'unreachable' : 'offline' });
  }

  /** Joins the refresh in flight or starts one. Nobody can cancel it but the end of the session. */
  function refresh(sooner = false): Promise<RefreshOutcome> {
    const start = held;
    if (start === null) return Promise.resolve(superseded);
    if (inFlight !== null) return inFlight;
    if (start.refused) return Promise.resolve(settle({ kind: 'refused' }, start));
    if (backoff.failure !== null && !backoff.allows(sooner)) return Promise.resolve({ kind: 'failed', error: backoff.failure.error });
    const stay = ending;
    lastTry = clock.monotonic();
    inFlight = refreshRecord(start.record, stay.signal, { ...deps, store, publish }).then((outcome) => {
      if (stay.signal.aborted) return superseded;
      inFlight = null;
      return settle(outcome, start);
    });
    show();
    return inFlight;
  }

  function settle(outcome: RefreshOutcome, start: Held): RefreshOutcome {
    if (outcome.kind === 'renewed') {
      if (held?.record.generation !== outcome.record.generation) take(hold(outcome.record, clock));
    } else if (outcome.kind === 'superseded') {
      sync();
    } else if (held === start && outcome.kind === 'failed') {
      backoff.failed(outcome.error);
    } else if (held === start) {
      start.refused = true;
      if (isExpired(start, clock)) expire();
    }
    alarm.set();
    show();
    return outcome;
  }

  /** When there is something to be done unasked: the end of a token that cannot be renewed, another try, a renewal ahead of need. */
  function nextAt(): number | null {
    if (held === null || inFlight !== null) return null;
    if (held.refused) return endOf(held);
    if (backoff.failure !== null) return canRetryUnasked() ? backoff.failure.retryAt : null;
    return due === null || !page.visible() ? null : Math.max(due, lastTry + leastInterval);
  }

  /** The page is looked at again or back online: things may have changed, and it is worth a try sooner than planned. */
  function onPageEvent(): void {
    sync();
    if (backoff.failure !== null && canRetryUnasked() && backoff.allows(true)) void refresh(true);
    else alarm.check();
    show();
  }

  function canRetryUnasked(): boolean {
    return page.visible() && page.online();
  }

  function canUse(): boolean {
    if (held === null) return false;
    const noBetterToBeHad = held.refused || !backoff.allows();
    return isFresh(held, clock) || (noBetterToBeHad && !isExpired(held, clock));
  }

  function show(): void {
    if (state.get().status !== 'booting') arrive();
  }

  const stopListening = page.subscribe(onPageEvent);
  channel.subscribe((message) => {
    if (message?.loggedOut) store.clear(message.sessionId);
    sync();
  });

  return {
    state,
    store,
    get held() {
      return held;
    },
    get ending() {
      return ending.signal;
    },
    mine,
    holds: (sessionId: string) => held?.record.sessionId === sessionId,
    publish,
    take,
    begin,
    arrive,
    end,
    expire,
    sync,
    refresh,
    canUse,
    dispose(): void {
      release(); // leaves nothing for the alarm
      stopListening();
      channel.close();
    },
  };
}
