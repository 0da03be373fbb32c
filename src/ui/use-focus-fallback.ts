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
  else if (!hasFocus() && !isBehindDialog()) document.getElementById('page-title')?.focus();
}

function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

/** A question over a dialog was answered: the focus belongs to the dialog, which the library sees to. */
function isBehindDialog(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null;
}
