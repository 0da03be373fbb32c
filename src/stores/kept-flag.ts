import type { Store } from './create-store.ts';
import { createKeptText } from './kept-text.ts';

const flags = new Map<string, Store<string | null>>();

/** The store behind a flag: a small choice that this browser remembers, such as "the first steps are hidden". */
export function keptFlag(name: string): Store<string | null> {
  const flag = flags.get(name) ?? createKeptText(`flag:${name}`);
  flags.set(name, flag);
  return flag;
}

/** Sets or clears the flag `name`. It is off until somebody sets it. */
export function setFlag(name: string, on: boolean): void {
  keptFlag(name).set(on ? 'on' : null);
}
