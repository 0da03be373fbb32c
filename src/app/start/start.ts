import { startVisit } from './start-visit.ts';

// An out-of-date browser is told so by index.html. In others that text is gone.
if (document.getElementById('outdated') === null) start();

/**
 * What the document runs first is small and without React: the page's data are asked for while the rest of the code,
 * which the document has named already, is still on its way.
 */
function start(): void {
  startVisit();

  import('../mount.tsx')
    .then(({ mount }) => mount())
    // The frame says so, and how to go on.
    .catch((error: unknown) => {
      window.dispatchEvent(new Event('startfailed'));
      throw error;
    });
}
