import { useSyncExternalStore } from 'react';
import { getFlag, subscribeFlags } from './kept-flag.ts';

/** A remembered flag; the component renders again when it changes, in this tab or another. */
export function useFlag(name: string): boolean {
  return useSyncExternalStore(subscribeFlags, () => getFlag(name));
}
