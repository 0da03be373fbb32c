import type { Channel, KeyValueStorage, Locks, PageLifecycle, PageEvent, TabMessage } from '../../../src/session/types.ts';
import type { VirtualClock } from './virtual-clock.ts';

type Listener = (message: TabMessage | null) => void;

/** What the tabs of one browser share: a storage, locks, a channel. */
export class FakeBrowser {
  readonly values = new Map<string, string>();
  online = true;
  /** Told of every change of the storage, before it is made. */
  onWrite: (tab: string, key: string, before: string | null, after: string | null) => void = () => {};
  onPost: (message: TabMessage) => void = () => {};
  readonly #clock: VirtualClock;
  readonly #listeners = new Map<string, Listener>();
  #queue: { grant(): void }[] = [];
  #locked = false;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  storage(tab: string): KeyValueStorage {
    const change = (key: string, after: string | null) => {
      const before = this.values.get(key) ?? null;
      this.onWrite(tab, key, before, after);
      if (after === null) this.values.delete(key);
      else this.values.set(key, after);
      if (before !== after) this.#tell(tab, null);
    };
    return {
      getItem: (key) => this.values.get(key) ?? null,
      setItem: (key, value) => change(key, value),
      removeItem: (key) => change(key, null),
    };
  }

  channel(tab: string, deliver: (run: () => void) => void): Channel {
    return {
      post: (message) => {
        this.onPost(message);
        this.#tell(tab, message);
      },
      subscribe: (listener) => this.#listeners.set(tab, (message) => deliver(() => listener(message))),
      close: () => this.#listeners.delete(tab),
    };
  }

  /** One lock, first come first served. A frozen tab keeps it: its work does not go on. */
  locks(deliver: (run: () => void) => void): Locks {
    return {
      request: (_name, { signal }, work) =>
        new Promise((resolve, reject) => {
          const waiting = {
            grant: () => {
              this.#locked = true;
              signal.removeEventListener('abort', giveUp);
              deliver(() => void work().then(resolve, reject).finally(() => this.#release()));
            },
          };
          const giveUp = () => {
            this.#queue = this.#queue.filter((other) => other !== waiting);
            reject(signal.reason);
          };
          if (signal.aborted) return giveUp();
          signal.addEventListener('abort', giveUp);
          this.#queue.push(waiting);
          if (!this.#locked) this.#queue.shift()?.grant();
        }),
    };
  }

  #release(): void {
    this.#locked = false;
    this.#queue.shift()?.grant();
  }

  /** The other tabs hear of it a moment later. */
  #tell(from: string, message: TabMessage | null): void {
    for (const [tab, listener] of this.#listeners) {
      if (tab !== from) this.#clock.after(3, () => listener(message));
    }
  }
}

/** A page whose events a test makes. */
export class FakePage implements PageLifecycle {
  shown = true;
  readonly #listeners = new Set<(event: PageEvent) => void>();
  readonly #browser: FakeBrowser;

  constructor(browser: FakeBrowser) {
    this.#browser = browser;
  }

  visible = () => this.shown;
  online = () => this.#browser.online;
  subscribe = (listener: (event: PageEvent) => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  fire(event: PageEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
