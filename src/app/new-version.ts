const reloadedKey = 'company-admin:reloaded-at';
/** Two reloads within this time (ms) mean that reloading does not help. */
const reloadPause = 60_000;

/** Whether the page is being left. WebKit then fails the imports under way, and a reload would replace the page that was asked for. */
let leaving = false;
// The build draws the startup frames with this module too, where there is no page to leave.
if (typeof window !== 'undefined') window.addEventListener('beforeunload', () => (leaving = true));

/** Reloads the page, unless it did so just now, there is no connection to load it by, or it is being left. */
export function reloadOnce(): void {
  if (leaving || !navigator.onLine) return;
  try {
    const last = Number(sessionStorage.getItem(reloadedKey) ?? 0);
    if (Date.now() - last < reloadPause) return;
    sessionStorage.setItem(reloadedKey, String(Date.now()));
  } catch {
    return; // without storage nobody would stop a second reload: the button does it
  }
  window.location.reload();
}
