import type { Page } from '@playwright/test';
import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createMember } from '../support/factories.ts';

/* Tab, where something lies over the page: out of what floats beside a control, round and round in what has to be closed first. */

const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML);

test('Tab goes on from the button of an open menu, Shift+Tab goes back from it', { tag: '@firefox' }, async ({ page, app }) => {
  const admin = await createAdmin(app);
  const { departmentId } = await createMember(admin, { firstName: 'Ann' });
  await createMember(admin, { departmentId, firstName: 'Bob' }); // a stop after the button of the first
  await logInBy(page, admin, '/teams?ordering=id');
  for (const name of [/^Actions for Ann/, /^Account$/]) {
    const button = page.getByRole('button', { name });
    for (const key of ['Tab', 'Shift+Tab']) {
      await button.focus();
      await page.keyboard.press(key);
      const neighbour = await focused(page);
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press(key);
      await expect(page.getByRole('menu')).toHaveCount(0);
      expect(await focused(page), `${key} from ${name}`).toBe(neighbour);
      await expect(button).toHaveAttribute('aria-expanded', 'false');
    }
  }
});

test('Tab goes on from the field of an open list, Shift+Tab goes back from it', { tag: '@firefox' }, async ({ page, app }) => {
  const admin = await createAdmin(app);
  await createMember(admin);
  await logInBy(page, admin, '/teams/new');
  const picker = page.getByRole('combobox', { name: 'Department', exact: true });
  for (const [key, next] of [['Tab', 'Password'], ['Shift+Tab', 'Last name']] as const) {
    await picker.focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await page.keyboard.press(key);
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await expect(page.getByLabel(next, { exact: true })).toBeFocused();
  }
});

test('Tab stays in what has to be closed first', { tag: '@firefox' }, async ({ page, app }) => {
  const admin = await createAdmin(app);
  const member = await createMember(admin);
  await logInBy(page, admin, '/teams');
  const staysIn = async (role: 'dialog' | 'alertdialog', name: string) => {
    const overlay = page.getByRole(role, { name, exact: true });
    await expect(overlay.locator(':focus')).toHaveCount(1);
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let presses = 0; presses < 12; presses++) {
        await page.keyboard.press(key);
        // From a native dialog the browser itself can be reached, but nothing of the page.
        await expect.poll(() => overlay.evaluate((element) => document.activeElement === document.body || element.contains(document.activeElement)), `${key} in ${name}`).toBe(true);
      }
    }
    await page.keyboard.press('Escape');
    await expect(overlay).toHaveCount(0);
  };
  await page.getByRole('link', { name: 'Add member', exact: true }).click();
  await staysIn('dialog', 'Add member');
  await page.getByRole('button', { name: /^Actions for / }).click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  await staysIn('alertdialog', `Delete ${member.firstName} ${member.lastName}?`);
  await page.keyboard.press('ControlOrMeta+K');
  await staysIn('dialog', 'Search or jump to');
  await page.setViewportSize({ width: 500, height: 800 });
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await staysIn('dialog', 'Navigation');
});
