import type { HoldReason, JobClock, JobView, Verdict } from './job-types.ts';

type Later = Extract<Verdict, { kind: 'later' }>;

/** The longest wait between two tries of a server that is not well. */
const longest = 60_000;
/** So often an item may meet a server's problem while others pass; then the problem is the item's. */
const patience = 3;

/**
 * When a job waits by itself, and when it goes on. The first failure that may pass stops the job; then a single item is
 * sent to see, after a pause that doubles with each failure in a row; a success brings back the full speed.
 */
export function createHold(clock: JobClock, goOn: () => void) {
  let hold: JobView['hold'] = null;
  let timer: unknown = null;
  let strikes = 0;
  let successes = 0;
  const blame = new Map<number, { tries: number; successes: number }>();

  function release(): void {
    clock.clearTimeout(timer);
    hold = null;
  }

  return {
    get state() {
      return hold;
    },
    /** Whether the server is being tried out: one item at a time. */
    get probing() {
      return strikes > 0;
    },

    /** An item was answered. A refusal is an answer as well. */
    answered(): void {
      strikes = 0;
      successes += 1;
    },

    /**
     * An item's failure may pass.
     * @param others the items that wait for their turn
     * @returns whether the item is to be tried again; otherwise it is the item itself that the server cannot take
     */
    failed(index: number, verdict: Later, others: readonly number[]): boolean {
      if (verdict.reason === 'server') {
        const known = blame.get(index) ?? { tries: 0, successes };
        const alone = others.every((other) => blame.has(other));
        const counts = known.tries === 0 || successes > known.successes || alone;
        blame.set(index, { tries: known.tries + (counts ? 1 : 0), successes });
        if (known.tries + (counts ? 1 : 0) >= patience) {
          blame.delete(index);
          return false;
        }
      }
      wait(verdict);
      return true;
    },

    /** What the job waited for has happened (back online, logged in again). */
    poke(reasons: readonly HoldReason[]): void {
      if (hold === null || !reasons.includes(hold.reason)) return;
      release();
      goOn();
    },

    release,
  };

  function wait(verdict: Later): void {
    // Several were under way when the first one failed: one stop, not one each.
    if (hold === null) strikes += 1;
    const until = verdict.after === undefined && verdict.reason === 'session' ? null : clock.now() + (verdict.after ?? backoff());
    if (hold !== null && (hold.until === null || (until !== null && hold.until >= until))) return;
    clock.clearTimeout(timer);
    hold = { reason: verdict.reason, until, message: verdict.message };
    if (until === null) return;
    timer = clock.setTimeout(() => {
      hold = null;
      goOn();
    }, until - clock.now());
  }

  function backoff(): number {
    return Math.min(longest, 1000 * 2 ** (strikes - 1)) * (0.75 + clock.random() / 2);
  }
}
