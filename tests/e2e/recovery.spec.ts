import type { Page } from '@playwright/test';
import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createDepartment, createMember, createMemberAccount } from '../support/factories.ts';

/** Makes the API fail at `path` until the returned function is called. */
async function failing(page: Page, path: string): Promise<() => Promise<void>> {
  await page.route(path, async (route) => route.fulfill({ status: 500, json: {} }));
  return async () => page.unroute(path);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

for (const { name, path, api, title } of [
  { name: 'the overview', path: '/', api: '**/api/departments/**', title: 'Overview' },
  { name: 'the profile', path: '/profile', api: '**/api/auth/users/me/', title: 'Your profile' },
  { name: 'the change of password', path: '/profile/password', api: '**/api/auth/users/me/', title: 'Change password' },
  { name: "a department's page", path: '/departments/ID', api: '**/api/departments/**', title: 'Sales' },
]) {
  test(`Retry shows ${name} once the server is back`, { tag: '@firefox' }, async ({ page, app }) => {
    const admin = await createAdmin(app);
    const { id } = await createDepartment(admin, 'Sales');
    await logInBy(page, admin);
    await expect(heading(page, 'Overview')).toBeVisible();
    const mend = await failing(page, api);
    await page.goto(path.replace('ID', id));
    await expect(heading(page, 'This page could not be loaded')).toBeVisible();
    // While it lasts, Retry asks again (a read is tried three times) and says the same again.
    let failures = 0;
    page.on('response', (response) => (failures += response.status() === 500 ? 1 : 0));
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => failures).toBeGreaterThanOrEqual(3);
    await expect(heading(page, 'This page could not be loaded')).toBeVisible();

    await mend();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect(heading(page, title)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  });
}

for (const { name, path, api, back } of [
  { name: 'the departments', path: '/departments', api: '**/api/departments/**', back: 'Sales' },
  { name: 'the team members', path: '/teams', api: '**/api/myTeams/**', back: 'ada@example.com' },
]) {
  test(`Retry lists ${name} once the server is back`, async ({ page, app }) => {
    const admin = await createAdmin(app);
    const department = await createDepartment(admin, 'Sales');
    const { email } = await createMember(admin, { departmentId: department.id });
    await logInBy(page, admin);
    const mend = await failing(page, api);
    await page.goto(path);
    await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
    await mend();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect(page.getByRole('table')).toContainText(back.replace('ada@example.com', email));
  });
}

test('Retry in a dialog finds its row once the server is back', async ({ page, app }) => {
  const admin = await createAdmin(app);
  const department = await createDepartment(admin, 'Sales');
  await logInBy(page, admin);
  const mend = await failing(page, '**/api/departments/**');
  await page.goto(`/departments/${department.id}/edit`);
  const retry = page.getByRole('dialog').getByRole('button', { name: 'Retry' });
  await expect(retry).toBeVisible();
  await mend();
  await retry.click();
  await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue('Sales');
});

test('Retry shows a page again whose rendering failed', async ({ page, app }) => {
  await page.addInitScript(() => {
    const original = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format');
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      get(this: Intl.NumberFormat): unknown {
        if (sessionStorage.getItem('broken')) throw new Error('broken on purpose');
        return original?.get?.call(this);
      },
    });
  });
  await logInBy(page, await createAdmin(app));
  await expect(heading(page, 'Overview')).toBeVisible();
  await page.evaluate(() => sessionStorage.setItem('broken', 'yes'));
  await page.reload();
  await expect(heading(page, 'Something went wrong')).toBeVisible();
  await page.evaluate(() => sessionStorage.removeItem('broken'));
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('region', { name: 'First steps' })).toBeVisible();
  await expect(heading(page, 'Overview')).toBeFocused();
});

for (const path of ['/', '/departments', '/teams', '/departments/1', '/teams/import']) {
  test(`a team member who logs in to ${path} is told that it is for company admins, and never of an error`, async ({ page, app }) => {
    const member = await createMemberAccount(await createAdmin(app));
    // The role comes last: what the page asked for has been refused by then.
    await page.route('**/api/auth/users/me/', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await page.addInitScript(() => {
      const titles: string[] = [];
      Object.assign(window, { titles });
      new MutationObserver(() => titles.push(document.querySelector('h1')?.textContent ?? '', ...[...document.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent))).observe(document, { subtree: true, childList: true });
    });
    await logInBy(page, member, path);
    await expect(heading(page, 'For company admins')).toBeVisible();
    const seen = await page.evaluate(() => (window as unknown as { titles: string[] }).titles.join('\n')); // put there above
    expect(seen).not.toMatch(/may not see|permission|not allowed|went wrong|could not/i);
  });
}

for (const as of ['a 404', 'HTML'] as const) {
  test(`a dialog whose code comes as ${as} leaves its page, says so, and opens once it can`, { tag: '@firefox' }, async ({ page, app }) => {
    const admin = await createAdmin(app);
    await createDepartment(admin, 'Sales');
    await logInBy(page, admin, '/departments');
    await expect(page.getByRole('table')).toContainText('Sales');
    const asked: string[] = [];
    await page.route('**/assets/dialogs-*.js', async (route) => {
      asked.push(route.request().url());
      await route.fulfill(as === 'HTML' ? { contentType: 'text/html', body: '<p>The app</p>' } : { status: 404 });
    });
    await page.getByRole('link', { name: 'Add department' }).click();
    await expect(page.getByRole('status')).toContainText('could not be loaded');
    await expect(page.getByRole('table')).toContainText('Sales');
    expect(asked.length).toBeGreaterThanOrEqual(2);

    await page.unroute('**/assets/dialogs-*.js');
    await page.getByRole('link', { name: 'Add department' }).click();
    await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible();
  });
}
