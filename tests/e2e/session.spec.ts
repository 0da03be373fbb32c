import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { startApp, type RunningApp } from '../support/app.ts';
import { expect, logInBy } from '../support/browser-test.ts';
import { createAdmin, createDepartment } from '../support/factories.ts';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.ts';

/*
 * The cases of the session that need a real browser: tokens that live for two seconds, rotated at each refresh, over a
 * network that a proxy breaks. `wire.seen` is what really went over the wire.
 */
const test = base.extend<{ wire: FaultProxy }, { server: RunningApp }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs
    async ({}, use) => {
      const app = await startApp({ ACCESS_TTL: '2', ROTATE_REFRESH: '1' });
      await use(app);
      await app.remove();
    },
    { scope: 'worker' },
  ],
  wire: async ({ server }, use) => {
    const proxy = await startFaultProxy(server.url);
    await use(proxy);
    await proxy.close();
  },
  baseURL: async ({ wire }, use) => use(wire.url),
});

/** The lock under which this browser's tabs refresh, one at a time. */
const refreshLock = 'company-admin.refresh';

const refreshes = (wire: FaultProxy, status = 200) => wire.seen.filter(({ line }) => line === `POST /api/auth/jwt/refresh/ ${status}`).length;
const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
const untilExpired = (page: Page) => page.waitForTimeout(2500);

/** Stops this tab's own care for the token: what then expires is met by a request. */
const hide = (page: Page) => page.evaluate(() => {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
});

const noLocks = (context: BrowserContext) => context.addInitScript(() => {
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
});

test('case 1: a page full of requests with an expired token refreshes once', async ({ page, wire, server }) => {
  await logInBy(page, await createAdmin(server));
  await heading(page, 'Overview');
  await hide(page);
  await untilExpired(page);
  const before = refreshes(wire);
  await page.reload();
  await heading(page, 'Overview');
  await expect(page.getByRole('heading', { name: 'First steps' })).toBeVisible();
  expect(refreshes(wire) - before).toBeLessThanOrEqual(2); // one, and perhaps the next: tokens live two seconds
  expect(wire.seen.filter(({ line }) => line.startsWith('GET /api/') && line.endsWith(' 401')).length).toBe(0);
});

test('case 3: two tabs whose tokens run out refresh one at a time, and both stay in', { tag: '@firefox' }, async ({ context, page, wire, server }) => {
  await logInBy(page, await createAdmin(server));
  const second = await context.newPage();
  await second.goto('/departments');
  await heading(second, 'Departments');
  for (let round = 0; round < 3; round += 1) {
    await untilExpired(page);
    await Promise.all([page.goto('/teams'), second.goto('/departments?ordering=name')]);
    await Promise.all([heading(page, 'Team members'), heading(second, 'Departments')]);
  }
  // At most one is refused: of a page that was left while its refresh was under way.
  expect(refreshes(wire, 401)).toBeLessThanOrEqual(1);
});

test('case 4: without locks the loser of a race waits for the winner instead of logging out', async ({ context, page, server }) => {
  await noLocks(context);
  await logInBy(page, await createAdmin(server));
  const second = await context.newPage();
  await second.goto('/departments');
  await heading(second, 'Departments');
  for (let round = 0; round < 3; round += 1) {
    await untilExpired(page);
    await Promise.all([page.goto('/teams'), second.goto('/departments')]);
    await Promise.all([heading(page, 'Team members'), heading(second, 'Departments')]);
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(second.getByRole('dialog')).toHaveCount(0);
});

for (const [name, fault] of Object.entries({
  'the connection breaks': { as: 'cut' },
  'the server is overloaded (429)': { as: 'answer', status: 429, headers: { 'retry-after': '1', 'content-type': 'application/json' }, body: '{"detail":"Request was throttled."}' },
  'the proxy answers 502 with HTML': { as: 'answer', status: 502 },
  'a page of HTML comes with 200': { as: 'answer', status: 200 },
} as const)) {
  test(`case 5: while a refresh fails because ${name}, nothing is lost, and it recovers`, async ({ page, wire, server }) => {
    await logInBy(page, await createAdmin(server));
    await heading(page, 'Overview');
    await untilExpired(page);
    wire.add({ on: '/jwt/refresh/', ...fault });
    await page.getByRole('link', { name: 'Team members', exact: true }).click();
    await expect(page.getByText(/Cannot reach the server/).last()).toBeVisible({ timeout: 15_000 });
    expect(await page.evaluate(() => Object.values(localStorage).some((value: string) => value.includes('refresh')))).toBe(true);
    wire.clear();
    await expect(page.locator('.connection-strip')).toHaveCount(0, { timeout: 20_000 });
    await heading(page, 'Team members');
    await expect(page.getByRole('heading', { name: 'No team members yet' })).toBeVisible();
  });
}

test('case 7: the rotated answer was lost: the password is asked for in place, and what was typed is kept', { tag: '@firefox' }, async ({ page, wire, server }) => {
  const admin = await createAdmin(server);
  await createDepartment(admin, 'Sales');
  await logInBy(page, admin, '/departments/new');
  const dialog = page.getByRole('dialog', { name: 'Add department' });
  await dialog.getByLabel('Name', { exact: true }).fill('Half a na');
  await untilExpired(page);
  wire.add({ on: '/jwt/refresh/', as: 'lost', times: 1 });
  await dialog.getByRole('button', { name: 'Add department' }).click();
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(again).toBeVisible({ timeout: 30_000 });
  await again.getByLabel('Password', { exact: true }).fill(admin.password);
  await again.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(again).toBeHidden();
  expect(new URL(page.url()).pathname).toBe('/departments/new');
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Half a na');
  await dialog.getByRole('button', { name: 'Add department' }).click();
  await expect(page.getByRole('row', { name: /Half a na/ })).toBeVisible();
});

test('case 7: somebody else at that dialog starts afresh', async ({ page, wire, server }) => {
  const [admin, other] = [await createAdmin(server), await createAdmin(server)];
  await createDepartment(admin, 'Secret of the first');
  await logInBy(page, admin, '/departments');
  await expect(page.getByRole('row', { name: /Secret of the first/ })).toBeVisible();
  await untilExpired(page);
  wire.add({ on: '/jwt/refresh/', as: 'lost', times: 1 });
  await page.getByRole('button', { name: 'Name' }).click();
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(again).toBeVisible({ timeout: 30_000 });
  const email = again.getByLabel('Email', { exact: true });
  await email.evaluate((input: HTMLInputElement) => input.removeAttribute('readonly'));
  await email.fill(other.email);
  await again.getByLabel('Password', { exact: true }).fill(other.password);
  await again.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByText('Secret of the first')).toHaveCount(0);
  await heading(page, 'Log in');
});

test('case 9: with dead tokens in the browser, log-in and links send no Authorization header and refresh nothing', async ({ page, wire, server }) => {
  const admin = await createAdmin(server);
  await logInBy(page, admin);
  await heading(page, 'Overview');
  wire.add({ on: '/jwt/refresh/', as: 'answer', status: 401, headers: { 'content-type': 'application/json' }, body: '{"detail":"Token is blacklisted","code":"token_not_valid"}' });
  await page.goto('about:blank');
  await page.waitForTimeout(2500);
  await page.goto('/activate/MQ/abc-def');
  wire.seen.length = 0;
  await page.getByRole('button', { name: 'Activate my account' }).click();
  await expect(page.getByText('This link is not valid or has expired')).toBeVisible();
  await page.goto('/password/reset');
  await page.getByLabel('Email').fill(admin.email);
  await page.getByRole('button', { name: 'Send reset link' }).click();
  await expect(page.getByText('a link is on its way')).toBeVisible();
  const open = wire.seen.filter(({ line }) => /activation|reset_password|jwt\/create/.test(line));
  expect(open).toHaveLength(2);
  expect(open.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
});

test('a morning visit with a dead refresh token lands on log-in at once, and comes back', async ({ page, wire, server }) => {
  const admin = await createAdmin(server);
  await logInBy(page, admin);
  await heading(page, 'Overview');
  await page.goto('about:blank');
  await page.waitForTimeout(2500);
  wire.add({ on: '/jwt/refresh/', as: 'answer', status: 401, headers: { 'content-type': 'application/json' }, body: '{"detail":"Token is invalid or expired","code":"token_not_valid"}' });
  const start = Date.now();
  await page.goto('/profile');
  await heading(page, 'Log in');
  expect(Date.now() - start).toBeLessThan(8000); // not the deadline of a refresh (10 s)
  wire.clear();
  await page.getByLabel('Email', { exact: true }).fill(admin.email);
  await page.getByLabel('Password', { exact: true }).fill(admin.password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await heading(page, 'Your profile');
});

test('case 13: a tab that hangs with the lock in its hand holds the other up only for a while', async ({ context, page, server }) => {
  test.slow();
  await logInBy(page, await createAdmin(server));
  await heading(page, 'Overview');
  const holder = await context.newPage();
  await holder.goto('/favicon.svg');
  // What a frozen tab does: it has the lock and does not let it go.
  await holder.evaluate((name) => void navigator.locks.request(name, () => new Promise(() => undefined)), refreshLock);
  await untilExpired(page);
  await page.getByRole('link', { name: 'Departments', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No departments yet' })).toBeVisible({ timeout: 30_000 });
});

test('case 14: a refresh under way when one logs out brings nobody back, and its token dies too', async ({ context, page, wire, server }) => {
  const [first, next] = [await createAdmin(server), await createAdmin(server)];
  await logInBy(page, first);
  await heading(page, 'Overview');
  await untilExpired(page);
  wire.add({ on: '/jwt/refresh/', as: 'delay', ms: 1500, times: 1 });
  await page.getByRole('link', { name: 'Team members', exact: true }).click();
  await expect.poll(() => wire.seen.some(({ line }) => line.startsWith('POST /api/auth/jwt/refresh/')), { timeout: 10_000 }).toBe(true);
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await heading(page, 'Log in');
  await logInBy(page, next, '/profile');
  await page.waitForTimeout(2500);
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(next.email);
  const other = await context.newPage();
  await other.goto('/profile');
  await expect(other.getByLabel('Email', { exact: true })).toHaveValue(next.email);
});

test('case 15: a tab of one admin sends nothing as another who logs in beside it', { tag: '@firefox' }, async ({ context, page, wire, server }) => {
  const [first, next] = [await createAdmin(server), await createAdmin(server)];
  await createDepartment(first, 'Of the first');
  await logInBy(page, first, '/departments');
  await expect(page.getByRole('row', { name: /Of the first/ })).toBeVisible();
  const second = await context.newPage();
  await second.goto('/');
  await second.getByRole('button', { name: 'Account', exact: true }).click();
  await second.getByRole('menuitem', { name: 'Log out' }).click();
  await heading(page, 'Log in');
  await logInBy(second, next);
  wire.seen.length = 0;
  await page.bringToFront();
  await page.waitForTimeout(3000);
  await expect(page.getByText('Of the first')).toHaveCount(0);
  await heading(page, 'Log in');
  const byReferer = wire.seen.filter(({ line }) => line.includes('/api/departments/'));
  expect(byReferer).toEqual([]);
});

test('case 16: a slow answer for one admin never reaches the next one’s screen', async ({ page, wire, server }) => {
  const [first, next] = [await createAdmin(server), await createAdmin(server)];
  await createDepartment(first, 'Of the first');
  await createDepartment(next, 'Of the next');
  await logInBy(page, first, '/profile');
  await heading(page, 'Your profile');
  wire.add({ on: 'GET /api/departments/', as: 'delay', ms: 3000, times: 1 });
  await page.getByRole('link', { name: 'Departments', exact: true }).click();
  await heading(page, 'Departments');
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await heading(page, 'Log in');
  await page.getByLabel('Email', { exact: true }).fill(next.email);
  await page.getByLabel('Password', { exact: true }).fill(next.password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('link', { name: 'Departments', exact: true }).click();
  await expect(page.getByRole('row', { name: /Of the next/ })).toBeVisible();
  await page.waitForTimeout(3000);
  await expect(page.getByText('Of the first')).toHaveCount(0);
});

test('case 17: after log-out, Back paints nothing private', { tag: '@firefox' }, async ({ page, server }) => {
  const admin = await createAdmin(server);
  await createDepartment(admin, 'Private matter');
  await logInBy(page, admin, '/departments');
  await expect(page.getByRole('row', { name: /Private matter/ })).toBeVisible();
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await heading(page, 'Log in');
  await page.goBack();
  await page.waitForTimeout(1000);
  await expect(page.getByText('Private matter')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
});

test('case 18: a scanner that opens an activation link and runs its scripts activates nothing', async ({ page, wire, server }) => {
  const admin = await createAdmin(server);
  await logInBy(page, admin);
  await page.goto('/activate/MQ/abc-def');
  await expect(page.getByRole('button', { name: 'Activate my account' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/activate');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Activate my account' })).toBeVisible();
  await expect(page.getByText(admin.email)).toBeVisible();
  await page.waitForTimeout(500);
  expect(wire.seen.filter(({ line }) => line.includes('/activation/'))).toEqual([]);
  await page.getByRole('button', { name: 'Activate my account' }).dblclick();
  await expect(page.getByText('This link is not valid or has expired')).toBeVisible();
  expect(wire.seen.filter(({ line }) => line.includes('/activation/'))).toHaveLength(1);
});

test('the server goes away and comes back: the strip says so, and work goes on', async ({ page, wire, server }) => {
  const admin = await createAdmin(server);
  await logInBy(page, admin);
  await heading(page, 'Overview');
  await untilExpired(page);
  wire.add({ on: '/api/', as: 'cut' });
  await page.getByRole('link', { name: 'Team members', exact: true }).click();
  await expect(page.getByText(/Cannot reach the server/).last()).toBeVisible({ timeout: 15_000 });
  wire.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.connection-strip')).toHaveCount(0, { timeout: 20_000 });
});

test('offline is said, and goes by itself', async ({ context, page, server }) => {
  await logInBy(page, await createAdmin(server));
  await heading(page, 'Overview');
  await context.setOffline(true);
  await expect(page.getByText(/You are offline/).last()).toBeVisible();
  await context.setOffline(false);
  await expect(page.locator('.connection-strip')).toHaveCount(0, { timeout: 20_000 });
});

test('blocked storage is said, and one can work all the same', async ({ context, page, server }) => {
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Storage.prototype.getItem = refuse;
    Storage.prototype.setItem = refuse;
    Storage.prototype.removeItem = refuse;
  });
  await logInBy(page, await createAdmin(server));
  await heading(page, 'Overview');
  await expect(page.getByText(/This browser blocks storage/)).toBeVisible();
  await page.getByRole('link', { name: 'Profile' }).or(page.getByRole('link', { name: 'Departments', exact: true })).first().click();
  await heading(page, 'Departments');
});

test('a page whose code is gone after a deploy reloads once, then says that a new version is ready', async ({ page, wire, server }) => {
  await logInBy(page, await createAdmin(server), '/departments');
  await heading(page, 'Departments');
  wire.add({ on: '/assets/import-page', as: 'answer', status: 404 });
  await page.getByRole('link', { name: 'Team members', exact: true }).click();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('link', { name: /^Import/ }).first().click();
  await reloaded;
  await heading(page, 'A new version is ready');
  wire.clear();
  await page.getByRole('button', { name: 'Reload' }).click();
  await heading(page, 'Import team members');
});

test('without a connection a page that has not been loaded yet says so, and comes once there is one', async ({ context, page, server }) => {
  await logInBy(page, await createAdmin(server), '/teams');
  await heading(page, 'Team members');
  await context.setOffline(true);
  await page.getByRole('link', { name: /^Import/ }).first().click();
  await heading(page, 'This page could not be loaded');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Reload' }).click();
  await heading(page, 'Import team members');
});
