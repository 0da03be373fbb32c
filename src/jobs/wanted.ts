let wanted = false;
const listeners = new Set<() => void>();

/** Called with the first job: loads the tray. */
export function wantTray(): void {
  wanted = true;
  for (const listener of listeners) listener();
}

/** Whether this tab has had a job. */
export function isTrayWanted(): boolean {
  return wanted;
}

/** Calls `listener` after each change. Returns a function that unsubscribes. */
export function subscribeWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
