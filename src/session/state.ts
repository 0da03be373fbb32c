import type { SessionRecord } from './record.ts';
import type { SessionState } from './types.ts';

export const booting: SessionState = { status: 'booting' };
export const anonymous: SessionState = { status: 'anonymous' };

/** The state that React reads: the same object until something in it changes, as `useSyncExternalStore` requires. */
export function createObservedState() {
  let state = booting;
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    set(next: SessionState): void {
      if (isSame(state, next)) return;
      state = next;
      notify();
    },
    notify,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The ids that identify a session outside this room. */
export function idsOf({ sessionId, userId }: Pick<SessionRecord, 'sessionId' | 'userId'>) {
  return { sessionId, userId };
}

function isSame(a: SessionState, b: SessionState): boolean {
  const [before, after]: Record<string, unknown>[] = [{ ...a }, { ...b }];
  return Object.keys({ ...before, ...after }).every((key) => before?.[key] === after?.[key]);
}
