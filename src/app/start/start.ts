import { startVisit } from './start-visit.ts';

// What the document runs first is small and without React: the page's data are asked for while the rest of the code,
// which the document has named already, is still on its way.
startVisit();

import('../mount.tsx')
  .then(({ mount }) => mount())
  // The frame says so, and how to go on.
  .catch((error: unknown) => {
    window.dispatchEvent(new Event('startfailed'));
    throw error;
  });
