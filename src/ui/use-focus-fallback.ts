import { useEffect } from 'react';

/**
 * When a dialog goes, the library gives the focus back to where it was. Where that is gone too (its row was
 * deleted, or the dialog's address was opened directly), the page's heading takes it rather than the body.
 */
export function useFocusFallback(): void {
  useEffect(
    () => () => {
      // Two frames: the library's own way back takes one.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === null || document.activeElement === document.body) document.getElementById('page-title')?.focus();
        }),
      );
    },
    [],
  );
}
