import { createStore, type Store } from './create-store.ts';

/**
 * A store of a short text, or null for none, that this browser keeps under `key` in `localStorage`. A change in another
 * tab arrives here while there are listeners. Where storage is blocked the text lives as long as the page.
 */
export function createKeptText(key: string): Store<string | null> {
  // Undefined while `localStorage` has the text.
  const unstored = createStore<string | null | undefined>(undefined);
  return {
    get() {
      const text = unstored.get();
      return text === undefined ? read(key) : text;
    },
    set: (next) => unstored.set(write(key, next) ? undefined : next),
    subscribe(listener) {
      const stop = unstored.subscribe(listener);
      const onStorage = (event: StorageEvent) => {
        // `key` is null when everything was cleared.
        if (event.key === key || event.key === null) unstored.set(undefined);
      };
      window.addEventListener('storage', onStorage);
      return () => {
        stop();
        window.removeEventListener('storage', onStorage);
      };
    },
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Returns whether the text could be stored. */
function write(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
