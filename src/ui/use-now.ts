import { useSyncExternalStore } from 'react';

function subscribe(tick: () => void): () => void {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}

/**
 * The time for a countdown, in milliseconds since the epoch: whole seconds, and a render for each. It is read at every render,
 * because the computer may have slept for hours since the last tick.
 */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.ceil(Date.now() / 1000) * 1000);
}
