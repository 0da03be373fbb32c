import { ClientGone, Unavailable } from './unavailable.ts';

interface GateRules {
  /** How many may be inside at once. */
  atATime: number;
  /** How many may wait; the next one is refused. */
  maxWaiting: number;
  /** How long one waits before it is refused, in milliseconds. */
  patience: number;
}

/** Lets a limited number of tasks run at once, the others in the order in which they arrived. */
export class Gate {
  readonly #rules: GateRules;
  /** Functions that admit a waiting task, oldest first. */
  readonly #waiting = new Set<() => void>();
  #inside = 0;

  constructor(rules: GateRules) {
    this.#rules = rules;
  }

  /** How many tasks are inside or waiting. */
  get load(): number {
    return this.#inside + this.#waiting.size;
  }

  /**
   * Waits until a task may run. A task whose client has gone loses its place.
   *
   * @param signal aborts when the client has gone
   * @returns a function to call when the task has finished
   * @throws Unavailable when too many wait, or it has waited too long; ClientGone
   */
  async enter(signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted) throw new ClientGone();
    if (this.#inside < this.#rules.atATime) this.#inside += 1;
    else await this.#wait(signal);
    let isInside = true;
    return () => {
      if (isInside) this.#admitNext();
      isInside = false;
    };
  }

  #wait(signal?: AbortSignal): Promise<void> {
    if (this.#waiting.size >= this.#rules.maxWaiting) throw new Unavailable('too many are waiting');
    return new Promise((resolve, reject) => {
      const settle = (error?: Error) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        this.#waiting.delete(admit);
        if (error) reject(error);
        else resolve();
      };
      const admit = () => settle();
      const onAbort = () => settle(new ClientGone());
      const timer = setTimeout(() => settle(new Unavailable('waited too long')), this.#rules.patience);
      signal?.addEventListener('abort', onAbort);
      this.#waiting.add(admit);
    });
  }

  #admitNext(): void {
    const [admit] = this.#waiting;
    if (admit) admit();
    else this.#inside -= 1;
  }
}
