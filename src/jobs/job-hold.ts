import type { HoldReason, JobClock, JobView, Verdict } from './job-types.ts';

type Later = Extract<Verdict, { kind: 'later' }>;

/** The longest wait between two attempts while the server fails, in milliseconds. */
const longest = 60_000;
/** After so many server errors for one item, while others succeed, the item itself counts as the cause. */
const patience = 3;

/**
 * Decides when a job is put on hold and when it continues (a circuit breaker). The first temporary failure stops the job. Then
 * items are sent one at a time, after a pause that doubles with each failure in a row; a success restores the full speed.
 */
export function createHold(clock: JobClock, goOn: () => void) {
  let hold: JobView['hold'] = null;
  let timer: unknown = null;
  let failuresInRow = 0;
  let successes = 0;
  const suspects = new Map<number, { tries: number; successes: number }>();

  function release(): void {
    clock.clearTimeout(timer);
    hold = null;
  }

  return {
    get state() {
      return hold;
    },
    /** Whether the server is being probed: one item at a time. */
    get probing() {
      return failuresInRow > 0;
    },

    /** To be called when the server has processed an item, even if it refused it. */
    responded(): void {
      failuresInRow = 0;
      successes += 1;
    },

    /**
     * To be called when an item has failed temporarily.
     * @param others the items still in the queue
     * @returns whether to try the item again; false when the item itself counts as the cause
     */
    failed(index: number, verdict: Later, others: readonly number[]): boolean {
      if (verdict.reason === 'server') {
        const known = suspects.get(index) ?? { tries: 0, successes };
        const alone = others.every((other) => suspects.has(other));
        const counts = known.tries === 0 || successes > known.successes || alone;
        suspects.set(index, { tries: known.tries + (counts ? 1 : 0), successes });
        if (known.tries + (counts ? 1 : 0) >= patience) {
          suspects.delete(index);
          return false;
        }
      }
      wait(verdict);
      return true;
    },

    /** To be called when a reason to wait may be over (back online, logged in again). */
    poke(reasons: readonly HoldReason[]): void {
      if (hold === null || !reasons.includes(hold.reason)) return;
      release();
      goOn();
    },

    release,
  };

  function wait(verdict: Later): void {
    // Items that were in flight when the first one failed do not count as failures in a row.
    if (hold === null) failuresInRow += 1;
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
    return Math.min(longest, 1000 * 2 ** (failuresInRow - 1)) * (0.75 + clock.random() / 2);
  }
}
