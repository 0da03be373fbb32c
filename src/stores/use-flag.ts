import { keptFlag } from './kept-flag.ts';
import { useStore } from './use-store.ts';

/** Whether a remembered flag is set; the component renders again when that changes, in this tab or another. */
export function useFlag(name: string): boolean {
  return useStore(keptFlag(name)) === 'on';
}
