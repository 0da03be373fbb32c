import { createAdmin, createMember } from '../../support/factories.ts';
import { expect, logInBy, test } from '../../support/webkit-test.ts';

test('Tab goes on from the button of an open menu, Shift+Tab goes back from it', async ({ webkit, app }) => {
  const admin = await createAdmin(app);
  const { departmentId } = await createMember(admin, { firstName: 'Ann' });
  await createMember(admin, { departmentId, firstName: 'Bob' }); // a stop after the button of the first
  await logInBy(webkit, admin);
  await webkit.goto('/teams?ordering=id');
  await webkit.ready();
  const focused = () => webkit.evaluate(() => document.activeElement?.outerHTML);
  for (const name of [/^Actions for Ann/, 'Account']) {
    const button = await webkit.role('button', name);
    for (const chord of [['Tab'], ['Shift', 'Tab']] as const) {
      await webkit.focus(button);
      await webkit.press(...chord);
      const neighbour = await focused();
      await webkit.focus(button);
      await webkit.press('Enter');
      await webkit.until('an item', () => webkit.evaluate(() => document.activeElement?.role === 'menuitem'));
      await webkit.press(...chord);
      await webkit.gone('menu');
      expect(await focused(), `${chord.join('+')} from ${name}`).toBe(neighbour);
    }
  }
});
