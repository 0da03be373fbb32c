import { useEffect, useState } from 'react';

/**
 * Takes a file that is dropped anywhere on the page. Left to the browser, it would open in place of the app.
 * @returns whether a file is being dragged over the page
 */
export function useFileDrop(take: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    const listen = (type: 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void) => window.addEventListener(type, listener, { signal: life.signal });
    listen('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    });
    // Null when the pointer leaves the window, and not only one element for the next.
    listen('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false));
    listen('drop', (event) => {
      const [file] = event.dataTransfer?.files ?? [];
      setOver(false);
      if (!file) return;
      event.preventDefault();
      take(file);
    });
    return () => life.abort();
  }, [take]);
  return over;
}
