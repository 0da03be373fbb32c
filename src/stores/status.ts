/**
 * What the app has to say that belongs to no form and no dialog: one visible message at a time (the status region),
 * and a channel for screen readers alone (result counts, the order of a list, the page that was reached).
 */

export interface StatusMessage {
  text: string;
  tone: 'ok' | 'danger';
  /** Set while the message waits for the page it was announced for, so that going there does not clear it. */
  forNextPage: boolean;
  /** Takes back what the message tells of; offered with it, for what can be taken back without a loss. */
  undo?: (() => Promise<void>) | undefined;
}

export interface Status {
  message: StatusMessage | null;
  /** The latest text for screen readers only. */
  polite: string;
}

let status: Status = { message: null, polite: '' };
const listeners = new Set<() => void>();

function set(next: Status): void {
  status = next;
  for (const listener of listeners) listener();
}

/** The store's present value; the same object until something is said. */
export function getStatus(): Status {
  return status;
}

/** Calls `listener` after each change. Answers the function that ends it. */
export function subscribeStatus(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows `text` in the status region until the next message, the next page, or its dismissal; with `undo`, a button "Undo". */
export function announce(text: string, options: Partial<Omit<StatusMessage, 'text'>> = {}): void {
  set({ ...status, message: { tone: 'ok', forNextPage: false, ...options, text } });
}

/** Says `text` to screen readers only. The same text twice in a row is said twice. */
export function announcePolitely(text: string): void {
  // A live region speaks when its text changes: a no-break space makes a repetition a change.
  set({ ...status, polite: text === status.polite ? `${text}\u00a0` : text });
}

/** Takes the visible message away: it was dismissed. */
export function dismissStatus(): void {
  set({ ...status, message: null });
}

/** Lets the present message stay on the page that is about to be reached: what it tells of leads there. */
export function carryStatus(): void {
  if (status.message !== null) set({ ...status, message: { ...status.message, forNextPage: true } });
}

/** To be called when another page is reached: a message meant for it stays, any other goes. */
export function statusOnNewPage(): void {
  if (status.message === null) return;
  if (status.message.forNextPage) set({ ...status, message: { ...status.message, forNextPage: false } });
  else dismissStatus();
}
