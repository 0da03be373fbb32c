/** Work that no response waits for, so that its duration tells a client nothing. */
export interface Background {
  /** Runs the work a moment after the response that it belongs to. Its error goes to `onError`. */
  later(work: () => Promise<void>): void;
  /** Resolves when all of it has finished. */
  settled(): Promise<void>;
}

/** In milliseconds: work that began at once would still compete for the processor with the response on its way. */
const pause = 100;

/** Creates it; `onError` hears of work that failed. */
export function createBackground(onError: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();

  async function run(work: () => Promise<void>): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, pause));
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
