import type { Clock } from '../../../src/session/types.ts';

interface Timer {
  at: number;
  run(): void;
}

/** Time that passes only when a test says so. One for the whole world: its browser, its tabs and its server. */
export class VirtualClock {
  /** True milliseconds since the beginning. */
  time = 0;
  /** By how much the computer's clock is wrong. */
  wallError = 0;
  readonly #timers = new Set<Timer>();

  after(ms: number, run: () => void): Timer {
    // as browsers do: whole milliseconds, cut off
    const timer = { at: this.time + Math.max(0, Math.trunc(ms)), run };
    this.#timers.add(timer);
    return timer;
  }

  cancel(timer: unknown): void {
    // a Set takes anything for a look-up
    this.#timers.delete(timer as Timer);
  }

  /** Lets time pass; whatever is due meanwhile happens in its order. */
  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    for (let steps = 0; ; steps++) {
      if (steps > 20_000) throw new Error(`a loop: 20,000 events in ${ms} ms`);
      await settle();
      const next = [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = until;
  }

  /** The clock as one tab has it. `deliver` holds back what happens while the tab is frozen. */
  forTab(deliver: (run: () => void) => void): Clock {
    const opened = this.time;
    return {
      now: () => epoch + this.time + this.wallError,
      monotonic: () => this.time - opened,
      setTimeout: (run, ms) => this.after(ms, () => deliver(run)),
      clearTimeout: (timer) => this.cancel(timer),
    };
  }
}

/** When the world begins. */
export const epoch = Date.UTC(2026, 10, 23);

/** Lets every promise go as far as it can. */
export function settle(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
