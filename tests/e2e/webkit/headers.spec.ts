import { createAdmin, createMember } from '../../support/factories.ts';
import { expect, logInBy, test } from '../../support/webkit-test.ts';

test('every route runs under the CSP and Trusted Types, with what opens over it', async ({ webkit, app }) => {
  const admin = await createAdmin(app);
  const member = await createMember(admin);
  const visit = async (...paths: string[]) => {
    for (const path of paths) {
      await webkit.goto(path);
      await webkit.ready();
    }
  };
  await visit('/login', '/signup', '/password/reset', '/activate/MQ/abc-def', '/password/reset/confirm/MQ/abc-def', '/no/such/page');
  await logInBy(webkit, admin);
  await visit('/departments', `/departments/${member.departmentId}`, '/teams/import', '/profile', '/profile/password', '/teams');
  await webkit.click('button', `Actions for ${member.firstName} ${member.lastName}`);
  await webkit.click('menuitem', 'Edit');
  await webkit.role('dialog', 'Edit member');
  await webkit.click('combobox', 'Department');
  await webkit.role('option');
});

test.describe('where it is broken on purpose', () => {
  test.use({ violationsAllowed: true });

  test('a violation would be seen', async ({ webkit, violations }) => {
    await webkit.goto('/login');
    await webkit.ready();
    await webkit.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
      setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<p>from text</p>'));
    });
    await expect.poll(() => violations().join()).toContain('style-src');
    await expect.poll(() => violations().join()).toContain('require-trusted-types-for');
  });
});
