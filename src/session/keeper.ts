import { timeRecord, isExpired, type TimedRecord } from './clock.ts';
import { compare, type Comparison, type TabSession } from './identity.ts';
import { expiredRecord, isLive, type SessionRecord } from './record.ts';
import { createRenewal } from './renewal.ts';
import { anonymous, createObservedState, idsOf } from './state.ts';
import { createRecordStore } from './store.ts';
import type { EndReason, SessionDeps } from './types.ts';

/*
 * How the state of a tab follows its record. "Same", "newer" and so on: how the stored record compares with the tab's session
 * (`identity.ts`).
 *
 *   Event                        State                     Next state, and what happens
 *   ---------------------------  ------------------------  ----------------------------------------------------------------
 *   Another tab writes, or a page event occurs: the store is read and compared
 *     same                       any                       unchanged
 *     newer, same user           booting                   booting; the record is adopted
 *                                active, degraded          active; the record is adopted
 *                                ended: expired            active; the record is adopted, the session resumes
 *     expired                    booting                   anonymous
 *                                active, degraded          ended: expired
 *                                ended: expired            unchanged
 *     gone                       booting                   booting; the record is dropped and `boot()` reads the store again
 *                                active, degraded,
 *                                ended: expired            ended: elsewhere
 *     other user                 booting                   booting; the record is dropped and `boot()` reads the store again
 *                                active, degraded,
 *                                ended: expired            ended: switched; the other user's record is never adopted
 *     a record with tokens       anonymous                 active; the record is adopted
 *     anything                   ended, not expired        unchanged, until `boot()`
 *   A refresh (`renewal.ts`)
 *     starts, ends               active                    active; `refreshing` is set, cleared
 *     renewed                    active, degraded          active; the record is adopted
 *     failed                     active, token valid       active; retried after the backoff
 *                                active, token expired     degraded; retried after the backoff, sooner on a page event
 *     refused                    active, token valid       active until the token expires, then as below
 *                                active, degraded,
 *                                token expired             ended: expired for all tabs, unless the store has newer tokens
 *     superseded                 active, degraded          the store is read and compared, as above
 *
 * While booting, the outcome of a refresh is not shown until `boot()` shows the record. A session that ends while booting leads to
 * `anonymous`: nothing private has been shown yet.
 */

/**
 * Keeps one tab's record and the state that follows from it, and follows what other tabs write. `renewal.ts` keeps the tokens
 * fresh; `session.ts` adds what users and requests ask for.
 */
export function createKeeper(deps: SessionDeps) {
  const { clock, page, channel } = deps;
  const state = createObservedState();
  const store = createRecordStore(deps.storage, state.notify);
  let current: TimedRecord | null = null;
  let leaving = new AbortController();

  const renewal = createRenewal(deps, {
    store,
    publish,
    current: () => current,
    sessionSignal: () => leaving.signal,
    onRenewed: (record) => {
      if (current?.record.generation !== record.generation) adopt(timeRecord(record, clock));
    },
    onSuperseded: syncWithStore,
    onUnrenewable: expire,
    onChange: showUnlessBooting,
  });

  /** Writes the record, then tells the other tabs: in this order, so that they read the new one. */
  function publish(record: SessionRecord): void {
    store.write(record);
    channel.post({ sessionId: record.sessionId, loggedOut: false });
  }

  /** Makes this the tab's record. */
  function adopt(next: TimedRecord): TimedRecord {
    if (current?.record.sessionId !== next.record.sessionId) leave();
    current = next;
    renewal.restart(next);
    return next;
  }

  /** Drops the record and aborts whatever waits or is in flight for its session. */
  function leave(): void {
    leaving.abort();
    leaving = new AbortController();
    current = null;
    renewal.restart(null);
  }

  /** The session that this tab belongs to: that of its record, or the one that expired and may be resumed. */
  function tabSession(): TabSession | null {
    const now = state.get();
    if (current !== null) return current.record;
    return now.status === 'ended' && now.reason === 'expired' ? { ...now, generation: 0 } : null;
  }

  function end(reason: EndReason): void {
    const ended = tabSession();
    if (ended === null) return;
    const booting = state.get().status === 'booting';
    leave();
    // Nothing has been shown yet, so there is nothing to keep or to explain: the visitor goes straight to log-in.
    state.set(booting ? anonymous : { status: 'ended', reason, ...idsOf(ended) });
  }

  /** Ends the session as expired in all tabs, unless the store has newer tokens than the ones that failed. */
  function expire(): void {
    const failed = current;
    syncWithStore();
    if (current === failed) expireNow();
  }

  /** Ends the session as expired in all tabs, whatever is stored. */
  function expireNow(): void {
    const stored = store.read();
    if (isLive(stored) && stored.sessionId === current?.record.sessionId) {
      store.write(expiredRecord(stored));
      channel.post({ sessionId: stored.sessionId, loggedOut: false });
    }
    end('expired');
  }

  /** Reads the stored record and adopts it, or ends the session, as the table says. */
  function syncWithStore(): void {
    const stored = store.read();
    const now = tabSession();
    if (now !== null) apply(compare(now, stored));
    else if (state.get().status === 'anonymous' && isLive(stored)) adoptAndShow(stored);
  }

  function apply(comparison: Comparison): void {
    if (comparison.kind === 'same') return;
    if (comparison.kind === 'expired') end('expired');
    else if (comparison.kind === 'newer') {
      adopt(timeRecord(comparison.record, clock));
      showUnlessBooting();
    } else if (state.get().status === 'booting') leave(); // booting then reads the store again
    else end(comparison.kind === 'gone' ? 'elsewhere' : 'switched');
  }

  /** Adopts the record and shows it, whatever the state. */
  function adoptAndShow(record: SessionRecord): void {
    adopt(timeRecord(record, clock));
    showCurrent();
  }

  /** Sets the state that follows from the current record, whatever the state was. */
  function showCurrent(): void {
    if (current === null) return;
    const ids = idsOf(current.record);
    const problem = renewal.problem();
    if (problem !== null && isExpired(current, clock)) state.set({ status: 'degraded', ...ids, ...problem, reason: page.online() ? 'unreachable' : 'offline' });
    else state.set({ status: 'active', ...ids, refreshing: renewal.refreshing });
  }

  function showUnlessBooting(): void {
    if (state.get().status !== 'booting') showCurrent();
  }

  const stopListening = page.subscribe(() => {
    syncWithStore();
    renewal.wake();
  });
  channel.subscribe((message) => {
    if (message?.loggedOut) store.clear(message.sessionId);
    syncWithStore();
  });

  return {
    state,
    store,
    get current() {
      return current;
    },
    get sessionSignal() {
      return leaving.signal;
    },
    isCurrent: (sessionId: string) => current?.record.sessionId === sessionId,
    hasUsableToken: () => current !== null && renewal.canUse(current),
    refresh: renewal.refresh,
    tabSession,
    publish,
    adopt,
    adoptAndShow,
    showCurrent,
    end,
    expire,
    expireNow,
    syncWithStore,
    dispose(): void {
      leave();
      stopListening();
      channel.close();
    },
  };
}
