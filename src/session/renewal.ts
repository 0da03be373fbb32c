import { createAlarm } from './alarm.ts';
import { createBackoff } from './backoff.ts';
import { renewalDueAt, expiresAt, isExpired, isFresh, minInterval, type TimedRecord } from './clock.ts';
import type { SessionRecord } from './record.ts';
import { refreshRecord, type RefreshOutcome } from './refresh.ts';
import type { RecordStore } from './store.ts';
import type { SessionDeps } from './types.ts';

const superseded: RefreshOutcome = { kind: 'superseded' };

/** What the renewal reads from its tab, and the events it reports to it. */
interface Tab {
  store: RecordStore;
  publish(record: SessionRecord): void;
  current(): TimedRecord | null;
  /** Aborts when the tab leaves the current session. */
  sessionSignal(): AbortSignal;
  onRenewed(record: SessionRecord): void;
  /** The stored record is no longer this session's. */
  onSuperseded(): void;
  /** The access token has expired and the server has refused to renew it. */
  onUnrenewable(): void;
  /** `refreshing` or `problem()` may have changed. */
  onChange(): void;
}

/** Keeps a tab's tokens fresh: one refresh at a time, retries after failures, and proactive renewal. */
export function createRenewal(deps: SessionDeps, tab: Tab) {
  const { clock, page, random } = deps;
  const backoff = createBackoff(clock, random);
  const alarm = createAlarm(clock, nextActionAt, () => void refresh());
  let inFlight: Promise<RefreshOutcome> | null = null;
  /** Monotonic time at which proactive renewal is due. */
  let due: number | null = null;
  let lastAttempt = -Infinity;

  /**
   * Joins the refresh in flight or starts one. Callers cannot cancel it; only leaving the session does.
   * @param now whether to send it even while the backoff lasts
   */
  function refresh(now = false): Promise<RefreshOutcome> {
    const start = tab.current();
    if (start === null) return Promise.resolve(superseded);
    if (inFlight !== null) return inFlight;
    if (start.refreshRefused) return Promise.resolve(settle({ kind: 'refused' }, start));
    if (backoff.failure !== null && !now && !backoff.allows()) return Promise.resolve({ kind: 'failed', error: backoff.failure.error });
    const sessionSignal = tab.sessionSignal();
    lastAttempt = clock.monotonic();
    inFlight = refreshRecord(start.record, sessionSignal, { ...deps, ...tab }).then((outcome) => {
      if (sessionSignal.aborted) return superseded;
      inFlight = null;
      return settle(outcome, start);
    });
    tab.onChange();
    return inFlight;
  }

  function settle(outcome: RefreshOutcome, start: TimedRecord): RefreshOutcome {
    const unchanged = tab.current() === start; // otherwise another tab's newer tokens have been adopted meanwhile
    if (outcome.kind === 'renewed') tab.onRenewed(outcome.record);
    else if (outcome.kind === 'superseded') tab.onSuperseded();
    else if (unchanged && outcome.kind === 'failed') backoff.failed(outcome.error);
    else if (unchanged) {
      start.refreshRefused = true;
      if (isExpired(start, clock)) tab.onUnrenewable();
    }
    alarm.set();
    tab.onChange();
    return outcome;
  }

  /** When the alarm is to fire next: at the expiry of a token that cannot be renewed, for a retry, or for proactive renewal. */
  function nextActionAt(): number | null {
    const current = tab.current();
    if (current === null || inFlight !== null) return null;
    if (current.refreshRefused) return expiresAt(current);
    if (backoff.failure !== null) return canRetryInBackground() ? backoff.failure.retryAt : null;
    return due === null || !page.visible() ? null : Math.max(due, lastAttempt + minInterval);
  }

  function canRetryInBackground(): boolean {
    return page.visible() && page.online();
  }

  return {
    refresh,
    /** Called when the tab has adopted another record, or left its session (null). */
    restart(current: TimedRecord | null): void {
      if (current === null) inFlight = null;
      due = current === null ? null : renewalDueAt(current, random());
      backoff.reset();
      alarm.set();
    },
    /** Called when the page becomes visible or comes back online: retries sooner than planned. */
    wake(): void {
      if (backoff.failure !== null && canRetryInBackground() && backoff.allows(true)) void refresh(true);
      else alarm.check();
      tab.onChange();
    },
    /** Whether a request may be sent with this token instead of waiting for a new one. */
    canUse(current: TimedRecord): boolean {
      const noBetterToken = current.refreshRefused || !backoff.allows();
      return isFresh(current, clock) || (noBetterToken && !isExpired(current, clock));
    },
    get refreshing() {
      return inFlight !== null;
    },
    /** While refreshing fails: when it is next tried, by the wall clock (null: once the page is visible and online). Null when nothing is wrong. */
    problem(): { retryAt: number | null } | null {
      return backoff.failure && { retryAt: canRetryInBackground() ? backoff.failure.retryAtWall : null };
    },
  };
}
