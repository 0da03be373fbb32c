import { useEffect } from 'react';

/**
 * The library's own way back takes a frame; for who clicks by a screen reader it takes one more, and waits until nothing
 * moves any more (react-aria's `focusSafely`). It gives up if something else has the focus by then.
 */
const transitionsMs = 250;

/**
 * When a dialog goes, the library gives the focus back to where it was. Where that is gone too (its row was
 * deleted, or the dialog's address was opened directly), the page's heading takes it rather than the body.
 */
export function useFocusFallback(): void {
  useEffect(() => () => void requestAnimationFrame((start) => focusHeadingAt(start + transitionsMs)), []);
}

function focusHeadingAt(time: number): void {
  requestAnimationFrame((now) => {
    if (now < time) focusHeadingAt(time);
    else if (!hasFocus() && !isBehindDialog()) document.getElementById('page-title')?.focus();
  });
}

function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

/** A question over a dialog was answered: the focus belongs to the dialog, which the library sees to. */
function isBehindDialog(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null;
}
