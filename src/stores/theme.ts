import { createKeptText } from './kept-text.ts';

/**
 * Light, dark, or as the system has it. `<html data-theme>` carries an explicit choice; without the attribute
 * `color-scheme: light dark` follows the system, and every token is a `light-dark()` pair.
 */
export type Theme = 'light' | 'dark' | 'system';

const kept = createKeptText('theme');

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
  const choice = kept.get();
  return choice === 'light' || choice === 'dark' ? choice : 'system';
}

/** Paints a choice and keeps it for the next visit. */
export function setTheme(choice: Theme): void {
  kept.set(choice === 'system' ? null : choice);
  paintTheme(getTheme());
}

/** The choice as a store. While it has listeners, a choice made in another tab is painted here too. */
export const theme = {
  get: getTheme,
  subscribe: (listener: () => void) =>
    kept.subscribe(() => {
      paintTheme(getTheme());
      listener();
    }),
};
