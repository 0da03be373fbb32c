const reloadedKey = 'company-admin:reloaded-at';
/** Two reloads within this time (ms) mean that reloading does not help. */
const reloadPause = 60_000;

/** Reloads the page, unless it did so just now, or there is no connection to load it by. */
export function reloadOnce(): void {
  if (!navigator.onLine) return;
  try {
    const last = Number(sessionStorage.getItem(reloadedKey) ?? 0);
    if (Date.now() - last < reloadPause) return;
    sessionStorage.setItem(reloadedKey, String(Date.now()));
  } catch {
    return; // without storage nobody would stop a second reload: the button does it
  }
  window.location.reload();
}
