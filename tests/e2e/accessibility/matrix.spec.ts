import { expect, landmarks, sidewaysScroll, test, violations } from '../../support/accessibility.ts';
import { allScreens } from '../../support/screens/all-screens.ts';
import { show, switchScheme } from '../../support/screens/screen.ts';

/*
 * Every screen in every state, wide and narrow, light and dark. A state is reached anew for each width, as what floats
 * may close when the window changes; the scheme is switched under it. A scheme changes colours and nothing else, so
 * that in the second one only the rules about colours are asked again.
 */
test.describe.configure({ mode: 'parallel' });

for (const screen of allScreens) {
  test(screen.name, async ({ visits, company }) => {
    for (const width of screen.below === undefined ? [1280, 320] : [320]) {
      const context = await visits.open(screen.as, { viewport: { width, height: 800 } });
      const page = await context.newPage();
      await show(page, screen, company);
      await landmarks(page);
      expect(await sidewaysScroll(page), `${width} px wide: px to scroll sideways`).toBeLessThanOrEqual(0);
      expect.soft(await violations(page, 'all', screen.exceptions), `${width} px wide, light`).toEqual([]);
      await switchScheme(page, 'dark');
      expect.soft(await violations(page, 'colours'), `${width} px wide, dark`).toEqual([]);
      await context.close();
    }
  });
}
