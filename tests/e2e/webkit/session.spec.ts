import { startApp } from '../../support/app.ts';
import { createAdmin, createDepartment } from '../../support/factories.ts';
import { expect, logInBy, test as base } from '../../support/webkit-test.ts';

/* Tokens that live for two seconds, and end with each refresh. */
const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs
  app: [async ({}, use) => {
    const app = await startApp({ ACCESS_TTL: '2', ROTATE_REFRESH: '1' });
    await use(app);
    await app.remove();
  }, { scope: 'worker' }],
});

test('two tabs stay in while tokens expire and rotate, and leave together', async ({ webkit, app }) => {
  const admin = await createAdmin(app);
  await createDepartment(admin, 'Sales');
  await logInBy(webkit, admin);
  const first = await webkit.tab();
  const second = await webkit.newTab();
  await webkit.goto('/departments');
  await webkit.role('rowheader', 'Sales');
  for (const [tab, page] of [[first, 'Departments'], [second, 'Team members'], [first, 'Overview'], [second, 'Departments']] as const) {
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await webkit.switchTo(tab);
    await webkit.click('link', page);
    await webkit.heading(page);
  }
  await webkit.role('rowheader', 'Sales');

  await webkit.switchTo(first);
  await webkit.click('button', 'Account');
  await webkit.click('menuitem', 'Log out');
  await webkit.heading('Log in');
  await webkit.switchTo(second);
  await webkit.heading('Log in');
  await webkit.back();
  await webkit.heading('Log in');
  expect(await webkit.find('role', 'rowheader', 'Sales')).toEqual([]);
});
