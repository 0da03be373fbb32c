/**
 * Small choices that this browser remembers, each on or off: "the first steps are hidden". Where storage is blocked they
 * live as long as the page.
 */
const unstored = new Map<string, boolean>();
const listeners = new Set<() => void>();
const keyOf = (name: string) => `flag:${name}`;

/** Whether the flag is set; off until somebody sets it. */
export function getFlag(name: string): boolean {
  try {
    return unstored.get(name) ?? localStorage.getItem(keyOf(name)) === 'on';
  } catch {
    return false;
  }
}

/** Sets or clears the flag and tells the listeners. */
export function setFlag(name: string, on: boolean): void {
  try {
    if (on) localStorage.setItem(keyOf(name), 'on');
    else localStorage.removeItem(keyOf(name));
    unstored.delete(name);
  } catch {
    unstored.set(name, on);
  }
  tell();
}

/** Calls `listener` when any flag changes, in this tab or another. Returns the way to stop. */
export function subscribeFlags(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', tell);
  };
}

function tell(): void {
  for (const listener of listeners) listener();
}
