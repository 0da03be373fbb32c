import { createAlarm } from './alarm.ts';
import { createBackoff } from './backoff.ts';
import { dueAt, endOf, isExpired, isFresh, leastInterval, type Held } from './clock.ts';
import type { SessionRecord } from './record.ts';
import { refreshRecord, type RefreshOutcome } from './refresh.ts';
import type { RecordStore } from './store.ts';
import type { SessionDeps } from './types.ts';

const superseded: RefreshOutcome = { kind: 'superseded' };

/** What the renewal needs to know of its tab, and what it tells it. */
interface Tab {
  store: RecordStore;
  publish(record: SessionRecord): void;
  held(): Held | null;
  /** Aborts when the tab leaves the session that it holds. */
  ending(): AbortSignal;
  onRenewed(record: SessionRecord): void;
  /** The stored record is no longer this session's. */
  onSuperseded(): void;
  /** The tokens are used up, and the server gives no new ones. */
  onSpent(): void;
  /** Something about the renewal has changed that the state may show. */
  onChange(): void;
}

/** Keeps a tab's tokens fresh: refreshes once at a time, tries again after failures, renews ahead of need. */
export function createRenewal(deps: SessionDeps, tab: Tab) {
  const { clock, page, random } = deps;
  const backoff = createBackoff(clock, random);
  const alarm = createAlarm(clock, nextAt, () => void refresh());
  let inFlight: Promise<RefreshOutcome> | null = null;
  /** Monotonic time from which to renew ahead of need. */
  let due: number | null = null;
  let lastTry = -Infinity;

  /** Joins the refresh in flight or starts one. Nobody can cancel it but the end of the session. */
  function refresh(sooner = false): Promise<RefreshOutcome> {
    const start = tab.held();
    if (start === null) return Promise.resolve(superseded);
    if (inFlight !== null) return inFlight;
    if (start.refused) return Promise.resolve(settle({ kind: 'refused' }, start));
    if (backoff.failure !== null && !backoff.allows(sooner)) return Promise.resolve({ kind: 'failed', error: backoff.failure.error });
    const ending = tab.ending();
    lastTry = clock.monotonic();
    inFlight = refreshRecord(start.record, ending, { ...deps, ...tab }).then((outcome) => {
      if (ending.aborted) return superseded;
      inFlight = null;
      return settle(outcome, start);
    });
    tab.onChange();
    return inFlight;
  }

  function settle(outcome: RefreshOutcome, start: Held): RefreshOutcome {
    const unchanged = tab.held() === start; // else another tab's newer tokens have come in meanwhile
    if (outcome.kind === 'renewed') tab.onRenewed(outcome.record);
    else if (outcome.kind === 'superseded') tab.onSuperseded();
    else if (unchanged && outcome.kind === 'failed') backoff.failed(outcome.error);
    else if (unchanged) {
      start.refused = true;
      if (isExpired(start, clock)) tab.onSpent();
    }
    alarm.set();
    tab.onChange();
    return outcome;
  }

  /** When there is something to be done unasked: the end of a token that cannot be renewed, another try, a renewal ahead of need. */
  function nextAt(): number | null {
    const held = tab.held();
    if (held === null || inFlight !== null) return null;
    if (held.refused) return endOf(held);
    if (backoff.failure !== null) return canRetryUnasked() ? backoff.failure.retryAt : null;
    return due === null || !page.visible() ? null : Math.max(due, lastTry + leastInterval);
  }

  function canRetryUnasked(): boolean {
    return page.visible() && page.online();
  }

  return {
    refresh,
    /** The tab goes by another record now, or by none. */
    restart(held: Held | null): void {
      if (held === null) inFlight = null;
      due = held === null ? null : dueAt(held, random());
      backoff.reset();
      alarm.set();
    },
    /** The page is looked at again or back online: worth a try sooner than planned. */
    lookAgain(): void {
      if (backoff.failure !== null && canRetryUnasked() && backoff.allows(true)) void refresh(true);
      else alarm.check();
      tab.onChange();
    },
    /** Whether a request may go out with this token, or has to wait for a better one. */
    canUse(held: Held): boolean {
      const noBetterToBeHad = held.refused || !backoff.allows();
      return isFresh(held, clock) || (noBetterToBeHad && !isExpired(held, clock));
    },
    get refreshing() {
      return inFlight !== null;
    },
    /** Why there are no new tokens, and when they will be asked for again by the wall clock (null: when the page is back); null when nothing is wrong. */
    trouble(): { retryAt: number | null } | null {
      return backoff.failure && { retryAt: canRetryUnasked() ? backoff.failure.retryAtWall : null };
    },
  };
}
