import { hold, isExpired, type Held } from './clock.ts';
import { compare, type Finding, type Mine } from './identity.ts';
import { expiredRecord, isLive, type SessionRecord } from './record.ts';
import { createRenewal } from './renewal.ts';
import { anonymous, createObservedState, idsOf } from './state.ts';
import { createRecordStore } from './store.ts';
import type { EndReason, SessionDeps } from './types.ts';

/**
 * What one tab holds: the record it goes by, and the state that follows from it. It follows what the other tabs write, and never
 * another user. `session-renewal.ts` keeps the tokens fresh; `session.ts` adds what people and requests ask for.
 */
export function createKeeper(deps: SessionDeps) {
  const { clock, page, channel } = deps;
  const state = createObservedState();
  const store = createRecordStore(deps.storage, state.notify);
  let held: Held | null = null;
  let ending = new AbortController();

  const renewal = createRenewal(deps, {
    store,
    publish,
    held: () => held,
    ending: () => ending.signal,
    onRenewed: (record) => {
      if (held?.record.generation !== record.generation) take(hold(record, clock));
    },
    onSuperseded: sync,
    onSpent: expire,
    onChange: show,
  });

  /** Persists first, notifies second. */
  function publish(record: SessionRecord): void {
    store.write(record);
    channel.post({ sessionId: record.sessionId, loggedOut: false });
  }

  /** Goes by this record from now on. */
  function take(next: Held): Held {
    if (held?.record.sessionId !== next.record.sessionId) release();
    held = next;
    renewal.restart(next);
    return next;
  }

  /** Lets go of the session: whoever waits for it is told, whatever is on its way for it is stopped. */
  function release(): void {
    ending.abort();
    ending = new AbortController();
    held = null;
    renewal.restart(null);
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
  function expire(): void {
    const current = held;
    sync();
    if (held === current) expireAtOnce();
  }

  /** Ends it whatever is stored: the user is gone. */
  function expireAtOnce(): void {
    const stored = store.read();
    if (isLive(stored) && stored.sessionId === held?.record.sessionId) {
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
    const trouble = renewal.trouble();
    if (trouble !== null && isExpired(held, clock)) state.set({ status: 'degraded', ...ids, ...trouble, reason: page.online() ? 'unreachable' : 'offline' });
    else state.set({ status: 'active', ...ids, refreshing: renewal.refreshing });
  }

  /** Says what is held, once booting is over. */
  function show(): void {
    if (state.get().status !== 'booting') arrive();
  }

  const stopListening = page.subscribe(() => {
    sync();
    renewal.lookAgain();
  });
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
    holds: (sessionId: string) => held?.record.sessionId === sessionId,
    canUse: () => held !== null && renewal.canUse(held),
    refresh: renewal.refresh,
    mine,
    publish,
    take,
    begin,
    arrive,
    end,
    expire,
    expireAtOnce,
    sync,
    dispose(): void {
      release();
      stopListening();
      channel.close();
    },
  };
}
