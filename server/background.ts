/** Work that no response waits for, so that its duration tells a client nothing. */
export interface Background {
  /** Runs the work once the response that it belongs to is on its way. Its error goes to `onError`. */
  later(work: () => Promise<void>): void;
  /** Resolves when all of it has finished. */
  settled(): Promise<void>;
}

/** Creates it; `onError` hears of work that failed. */
export function createBackground(onError: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();

  async function run(work: () => Promise<void>): Promise<void> {
    // Past the microtasks in which the response is written.
    await new Promise((resolve) => setImmediate(resolve));
    await work();
  }

  return {
    later(work) {
      const finished = run(work).catch(onError).finally(() => running.delete(finished));
      running.add(finished);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
