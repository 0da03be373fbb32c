/** A value that components and plain code share. `get` returns the same object until `set` replaces it. */
export interface Store<Value> {
  get: () => Value;
  /** Replaces the value and calls every listener. */
  set: (next: Value) => void;
  /** Calls `listener` after each change. Returns the function that stops it. */
  subscribe: (listener: () => void) => () => void;
}

/** Makes a store that lives as long as the tab; components read it with `useStore`. */
export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
