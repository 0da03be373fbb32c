import { createBackoff } from './session-backoff.ts';
import { dueAt, endOf, hold, isExpired, isFresh, leastInterval, type Held } from './session-clock.ts';
import { expiredRecord, isLive, type SessionRecord } from './session-record.ts';
import { refreshRecord, type RefreshOutcome } from './session-refresh.ts';
import { anonymous, createObservedState, idsOf } from './session-state.ts';
import { createRecordStore } from './session-store.ts';
import type { EndReason, SessionDeps, SessionState } from './session-types.ts';

const longestDelay = 3_600_000;
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

  let held: Held | null = null;
  /** Aborts when this tab leaves the session that it holds. */
  let ending = new AbortController();
  let inFlight: Promise<RefreshOutcome> | null = null;
  let failure: { outcome: RefreshOutcome; retryAt: number } | null = null;
  let due: number | null = null;
  let lastTry = -Infinity;
  let timer: unknown;

  /** Persists first, notifies second. */
  function publish(record: SessionRecord): void {
    store.write(record);
    channel.post({ sessionId: record.sessionId, loggedOut: false });
  }

  /** Goes by this record from now on. */
  function take(next: Held): Held {
    if (held?.record.sessionId !== next.record.sessionId) release();
    held = next;
    failure = null;
    backoff.succeeded();
    due = dueAt(next, random());
    plan();
    return next;
  }

  /** Lets go of the session: whoever waits for it is told, whatever is on its way for it is stopped. */
  function release(): void {
    ending.abort();
    ending = new AbortController();
    held = inFlight = failure = due = null;
    backoff.succeeded();
    plan();
  }

  function end(reason: EndReason): void {
    if (held === null) return;
    const ids = idsOf(held.record);
    const atBoot = state.get().status === 'booting';
    release();
    // A page that has shown nothing yet has nothing to keep or to explain: it goes to log-in.
    state.set(atBoot ? anonymous : { status: 'ended', reason, ...ids });
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
    const now = state.get();
    if (held !== null) follow(held.record, stored);
    else if (now.status === 'anonymous' && isLive(stored)) begin(stored);
    else if (now.status === 'ended' && now.reason === 'expired') {
      if (stored === null) state.set({ ...now, reason: 'elsewhere' });
      else if (isLive(stored) && stored.userId === now.userId) begin(stored);
      else if (isLive(stored)) state.set({ ...now, reason: 'switched' });
    }
  }

  function follow(mine: SessionRecord, stored: ReturnType<typeof store.read>): void {
    if (stored?.sessionId === mine.sessionId) {
      if (!isLive(stored)) end('expired');
      else if (stored.generation !== mine.generation) adopt(stored);
    } else if (state.get().status === 'booting') release(); // booting looks again
    else if (!isLive(stored)) end('elsewhere');
    else if (stored.userId === mine.userId) adopt(stored);
    else end('switched');
  }

  function adopt(record: SessionRecord): void {
    take(hold(record, clock));
    show();
  }

  /** Goes by this record, from whatever state. */
  function begin(record: SessionRecord): void {
    take(hold(record, clock));
    arrive();
  }

  /** Says what is held, from whatever state. */
  function arrive(): void {
    if (held !== null) state.set(stateOf(held));
  }

  /** Joins the refresh in flight or starts one. Nobody can cancel it but the end of the session. */
  function refresh(sooner = false): Promise<RefreshOutcome> {
    const start = held;
    if (start === null) return Promise.resolve(superseded);
    if (inFlight !== null) return inFlight;
    if (start.refused) return Promise.resolve(settle({ kind: 'refused' }, start));
    if (failure !== null && !backoff.allows(sooner)) return Promise.resolve(failure.outcome);
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
      failure = { outcome, retryAt: clock.now() + backoff.failed(outcome.error.retryAfter) };
    } else if (held === start) {
      start.refused = true;
      if (isExpired(start, clock)) expire();
    }
    plan();
    show();
    return outcome;
  }

  /** Sets the one timer for what is to be done next. */
  function plan(): void {
    clock.clearTimeout(timer);
    const at = nextAt();
    // Browsers cut off parts of a millisecond, and take a delay of more than 2^31 ms for none.
    if (at !== null) timer = clock.setTimeout(wake, Math.min(Math.max(0, Math.ceil(at - clock.monotonic())), longestDelay));
  }

  function nextAt(): number | null {
    if (held === null || inFlight !== null) return null;
    if (held.refused) return endOf(held);
    if (failure !== null) return canRetryUnasked() ? backoff.retryAt() : null;
    return due === null || !page.visible() ? null : Math.max(due, lastTry + leastInterval);
  }

  function wake(): void {
    const at = nextAt();
    if (at === null || clock.monotonic() < at) plan();
    else void refresh();
    show();
  }

  /** The page is looked at again or back online: things may have changed, and it is worth a try sooner than planned. */
  function onPageEvent(): void {
    sync();
    if (failure !== null && backoff.allows(true)) void refresh(true);
    else wake();
  }

  function canRetryUnasked(): boolean {
    return page.visible() && page.online();
  }

  function canUse(): boolean {
    if (held === null) return false;
    const noBetterToBeHad = held.refused || (failure !== null && !backoff.allows(false));
    return isFresh(held, clock) || (noBetterToBeHad && !isExpired(held, clock));
  }

  function stateOf(current: Held): SessionState {
    const ids = idsOf(current.record);
    if (failure === null || !isExpired(current, clock)) return { status: 'active', ...ids, refreshing: inFlight !== null };
    return { status: 'degraded', ...ids, retryAt: canRetryUnasked() ? failure.retryAt : null, reason: page.online() ? 'unreachable' : 'offline' };
  }

  function show(): void {
    if (state.get().status !== 'booting') arrive();
  }

  const stopListening = page.subscribe(onPageEvent);
  channel.subscribe((message) => {
    // Storage is not shared at once between browser processes: a late write may have brought the record back.
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
      release();
      clock.clearTimeout(timer);
      stopListening();
      channel.close();
    },
  };
}

export type Keeper = ReturnType<typeof createKeeper>;
