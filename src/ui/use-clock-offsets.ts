import { useSyncExternalStore } from 'react';
import { clockOffsets } from '../lib/dates.ts';

/** The clock's offsets from UTC, looked at again when the window gets the focus: whoever has changed the time zone comes back to it. */
export function useClockOffsets(): string {
  return useSyncExternalStore(subscribeReturn, clockOffsets);
}

function subscribeReturn(onReturn: () => void): () => void {
  window.addEventListener('focus', onReturn);
  return () => window.removeEventListener('focus', onReturn);
}
