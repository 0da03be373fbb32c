let wanted = false;
const listeners = new Set<() => void>();

/** There is a first job: the tray is to be loaded. */
export function wantTray(): void {
  wanted = true;
  for (const listener of listeners) listener();
}

/** Whether this tab has had a job. */
export function isTrayWanted(): boolean {
  return wanted;
}

/** Calls `listener` after each change. Answers the function that ends it. */
export function subscribeWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
