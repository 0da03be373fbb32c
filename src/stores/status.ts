import { createStore } from './create-store.ts';

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

/** What is shown and said now. */
export const status = createStore<Status>({ message: null, polite: '' });

/** Shows `text` in the status region until the next message, the next page, or its dismissal; with `undo`, a button "Undo". */
export function announce(text: string, options: Partial<Omit<StatusMessage, 'text'>> = {}): void {
  status.set({ ...status.get(), message: { tone: 'ok', forNextPage: false, ...options, text } });
}

/** Says `text` to screen readers only. The same text twice in a row is said twice. */
export function announcePolitely(text: string): void {
  // A live region speaks when its text changes: a no-break space makes a repetition a change.
  status.set({ ...status.get(), polite: text === status.get().polite ? `${text}\u00a0` : text });
}

/** Takes the visible message away: it was dismissed. */
export function dismissStatus(): void {
  status.set({ ...status.get(), message: null });
}

/** Lets the present message stay on the page that is about to be reached: what it tells of leads there. */
export function carryStatus(): void {
  setForNextPage(true);
}

/** To be called when another page is reached: a message meant for it stays, any other goes. */
export function statusOnNewPage(): void {
  const { message } = status.get();
  if (message?.forNextPage) setForNextPage(false);
  else if (message !== null) dismissStatus();
}

function setForNextPage(forNextPage: boolean): void {
  const { message } = status.get();
  if (message !== null) status.set({ ...status.get(), message: { ...message, forNextPage } });
}
