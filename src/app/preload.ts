import { codeOf, pageAt, pages } from './pages.ts';

/** Loads the code of the first page after log-in. To be called when somebody is about to log in. */
export function preloadFirstPage(): void {
  for (const load of codeOf(pages.overview)) load().catch(() => undefined);
}

/** Handlers for a link that load the code of its page as soon as somebody seems to be about to follow it. */
export function preloadOnIntent(path: string) {
  // A failure is met again, and shown, when the link is followed.
  const preload = () => void pageAt(path)?.code().catch(() => undefined);
  return { onPointerEnter: preload, onFocus: preload, onTouchStart: preload };
}
