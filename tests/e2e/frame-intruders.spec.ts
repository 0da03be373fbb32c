import type { Page } from '@playwright/test';
import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createDepartment } from '../support/factories.ts';

/** Opens a page whose scripts wait for the returned function, and changes its startup frame as extensions and translators do. */
async function openWithIntruders(page: Page, path: string): Promise<() => void> {
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator('#frame h1').waitFor();
  await page.evaluate(() => {
    const frame = document.querySelector('#frame');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Node[] = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found) {
      // oxlint-disable-next-line typescript/no-deprecated -- what Google Translate puts around texts
      const font = document.createElement('font');
      text.parentNode?.replaceChild(font, text);
      font.append(`${text.textContent} (x)`);
    }
    for (const control of frame?.querySelectorAll('input, button, a') ?? []) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Fill in';
      const input = document.createElement('input');
      control.before(button, input);
    }
  });
  return release;
}

test('what is typed into a frame that an extension has added to reaches the page', { tag: '@firefox' }, async ({ page, app }) => {
  const admin = await createAdmin(app);
  const release = await openWithIntruders(page, '/login');
  await page.locator('#frame [autocomplete=username]').fill(admin.email);
  await page.locator('#frame [autocomplete=current-password]').fill(admin.password);
  await page.locator('#frame').getByRole('button', { name: 'Fill in' }).first().click();
  release();
  await expect(page.locator('#frame')).toHaveCount(0);
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(admin.email);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(admin.password);
  await expect(page).toHaveURL('/login');
});

test('what is pressed in such a frame is done', async ({ page, app }) => {
  const admin = await createAdmin(app);
  const release = await openWithIntruders(page, '/login');
  await page.locator('#frame [autocomplete=username]').fill(admin.email);
  await page.locator('#frame [autocomplete=current-password]').fill(admin.password);
  await page.keyboard.press('Enter');
  release();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('a list keeps its search', async ({ page, app }) => {
  const admin = await createAdmin(app);
  await createDepartment(admin);
  await logInBy(page, admin);
  const release = await openWithIntruders(page, '/departments?search=ada');
  release();
  await expect(page.locator('#frame')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveValue('ada');
  await expect(page.getByRole('heading', { level: 1, name: 'Departments' })).toBeVisible();
});
