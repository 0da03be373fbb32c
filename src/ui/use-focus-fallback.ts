import { useEffect } from 'react';

/** The library's own way back takes one frame, and two more in development, where React mounts everything twice. */
const framesToWait = 4;

/**
 * When a dialog goes, the library gives the focus back to where it was. Where that is gone too (its row was
 * deleted, or the dialog's address was opened directly), the page's heading takes it rather than the body.
 */
export function useFocusFallback(): void {
  useEffect(() => () => focusHeadingIn(framesToWait), []);
}

function focusHeadingIn(frames: number): void {
  if (frames > 0) requestAnimationFrame(() => focusHeadingIn(frames - 1));
  else if (document.activeElement === null || document.activeElement === document.body) document.getElementById('page-title')?.focus();
}
