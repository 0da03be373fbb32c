/**
 * Light, dark, or as the system has it. `<html data-theme>` carries an explicit choice; without the attribute
 * `color-scheme: light dark` follows the system, and every token is a `light-dark()` pair.
 */
export type Theme = 'light' | 'dark' | 'system';

const storageKey = 'theme';
const listeners = new Set<() => void>();
// Where storage is blocked the choice lives as long as the page.
let unstored: Theme | null = null;

/**
 * Paints a choice: the page, and on phones the browser's own bars (`theme-color`). The build writes this function's own
 * source as an inline script into the head (`(${paintTheme})()`), where the stored choice is painted before anything
 * else: it must not refer to anything outside of itself.
 */
export function paintTheme(choice?: Theme): void {
  let chosen: string | null | undefined = choice;
  try {
    chosen ??= localStorage.getItem('theme');
  } catch {
    // Storage is blocked: the system's scheme it is.
  }
  const explicit = chosen === 'light' || chosen === 'dark';
  if (explicit) document.documentElement.dataset.theme = chosen ?? '';
  else delete document.documentElement.dataset.theme;
  // In the page's order: the colour for light, the one for dark.
  for (const [index, meta] of document.querySelectorAll('meta[name=theme-color]').entries()) {
    const scheme = ['light', 'dark'][index];
    meta.setAttribute('media', explicit ? (scheme === chosen ? 'all' : 'not all') : `(prefers-color-scheme: ${scheme})`);
  }
}

/** The present choice; `system` where none was made or storage is blocked. */
export function getTheme(): Theme {
  try {
    const choice = localStorage.getItem(storageKey);
    return choice === 'light' || choice === 'dark' ? choice : (unstored ?? 'system');
  } catch {
    return unstored ?? 'system';
  }
}

/** Takes a choice: paints it, keeps it for the next visit, tells the listeners. */
export function setTheme(choice: Theme): void {
  unstored = choice;
  try {
    if (choice === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // Kept in `unstored`.
  }
  applyTheme(choice);
}

/** Calls `listener` at each change, in this tab or another. Returns the way to stop. */
export function subscribeTheme(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', onStorage);
  };
}

function onStorage(event: StorageEvent) {
  // `key` is null when everything was cleared.
  if (event.key !== storageKey && event.key !== null) return;
  unstored = null;
  applyTheme(getTheme());
}

function applyTheme(choice: Theme) {
  paintTheme(choice);
  for (const listener of listeners) listener();
}
