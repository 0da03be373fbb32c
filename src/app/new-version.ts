import { reloadAfresh } from './start/reload-afresh.ts';

const reloadedKey = 'company-admin:reloaded-at';
/** Two reloads within this time (ms) mean that reloading does not help. */
const reloadPause = 60_000;

/** Whether the page is being left. WebKit then fails the imports under way, and a reload would replace the page that was asked for. */
let leaving = false;
// The build draws the startup frames with this module too, where there is no page to leave.
if (typeof window !== 'undefined') window.addEventListener('beforeunload', ({ isTrusted }) => (leaving ||= isTrusted));

/** Reloads the page, unless it did so just now, there is no connection to load it by, it is being left, or something would be lost. */
export function reloadOnce(): void {
  if (leaving || !navigator.onLine || wouldAsk()) return;
  try {
    const last = Number(sessionStorage.getItem(reloadedKey) ?? 0);
    if (Date.now() - last < reloadPause) return;
    sessionStorage.setItem(reloadedKey, String(Date.now()));
  } catch {
    return; // without storage nobody would stop a second reload: the button does it
  }
  void reloadAfresh();
}

/** Whether somebody would have the browser ask before the tab is left: whoever has unsaved work listens for this event. */
function wouldAsk(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}
