import type { Page } from '@playwright/test';
import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createDepartment } from '../support/factories.ts';

/** Holds back every script of the app until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/*.js', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const isFrame = async (page: Page) => page.locator('#frame').isVisible();

/** Where things stand on the screen. */
async function places(...locators: ReturnType<Page['getByRole']>[]) {
  return Promise.all(locators.map(async (locator) => locator.first().boundingBox()));
}

/** Nothing has moved by itself since the page began. Only Chromium measures it. */
async function expectNoLayoutShift(page: Page): Promise<void> {
  if (page.context().browser()?.browserType().name() !== 'chromium') return;
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let total = 0;
        new PerformanceObserver((list) => {
          // The DOM's types do not know this entry yet.
          for (const entry of list.getEntries() as unknown as { value: number }[]) total += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(total), 200);
      }),
  );
  expect(shift).toBeLessThan(0.02);
}

test('the log-in form is there before any script, and what is typed into it stays', { tag: '@firefox' }, async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto('/login', { waitUntil: 'commit' });
  const email = page.getByLabel('Email', { exact: true });
  const password = page.getByLabel('Password', { exact: true });
  await email.fill('ada@example.com');
  await password.pressSequentially('secret');
  await page.keyboard.press('ArrowLeft');
  expect(await isFrame(page)).toBe(true);
  await expect(page).toHaveTitle(/^Log in/);
  const shown = [page.getByRole('heading', { level: 1 }), email, password, page.getByRole('button', { name: 'Log in' }), page.getByRole('link', { name: 'Create an account' })];
  const before = await places(...shown);

  release();
  await expect(page.locator('#frame')).toHaveCount(0);
  expect(await places(...shown)).toEqual(before);
  await expectNoLayoutShift(page);
  await expect(email).toHaveValue('ada@example.com');
  await expect(password).toBeFocused();
  await page.keyboard.type('!');
  await expect(password).toHaveValue('secre!t');
});

test('Enter before the scripts are there logs in once they are', { tag: '@firefox' }, async ({ page, app }) => {
  const admin = await createAdmin(app);
  const release = await holdScripts(page);
  await page.goto('/login', { waitUntil: 'commit' });
  await page.getByLabel('Email', { exact: true }).fill(admin.email);
  await page.getByLabel('Password', { exact: true }).fill(admin.password);
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).pathname).toBe('/login');
  release();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('a press that begins before the scripts are there and ends after logs in', { tag: '@firefox' }, async ({ page, app }) => {
  const admin = await createAdmin(app);
  const release = await holdScripts(page);
  await page.goto('/login', { waitUntil: 'commit' });
  await page.getByLabel('Email', { exact: true }).fill(admin.email);
  await page.getByLabel('Password', { exact: true }).fill(admin.password);
  await page.getByRole('button', { name: 'Log in' }).hover();
  await page.mouse.down();
  expect(await isFrame(page)).toBe(true);
  release();
  await expect(page.locator('#frame')).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

const membersFile = { name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from('First name,Last name,Email\nAda,Byron,ada@example.com\n') };

test('a file chosen for the import before the scripts are there is read once they are', { tag: '@firefox' }, async ({ page, app }) => {
  await logInBy(page, await createAdmin(app));
  const release = await holdScripts(page);
  await page.goto('/teams/import', { waitUntil: 'commit' });
  await page.locator('input[type=file]').setInputFiles(membersFile);
  expect(await isFrame(page)).toBe(true);
  release();
  await expect(page.getByRole('heading', { name: 'Match the columns' })).toBeVisible();
});

test('a file chosen in a dialog that was opened before the scripts were there is read too', { tag: '@firefox' }, async ({ page, app }) => {
  await logInBy(page, await createAdmin(app));
  const release = await holdScripts(page);
  await page.goto('/teams/import', { waitUntil: 'commit' });
  const opening = page.waitForEvent('filechooser');
  await page.locator('input[type=file]').click();
  const chooser = await opening;
  release();
  await expect(page.locator('#frame')).toHaveCount(0);
  await chooser.setFiles(membersFile);
  await expect(page.getByRole('heading', { name: 'Match the columns' })).toBeVisible();
});

test('a file dropped before the scripts are there is read once they are', async ({ page, app }) => {
  await logInBy(page, await createAdmin(app));
  const release = await holdScripts(page);
  await page.goto('/teams/import', { waitUntil: 'commit' });
  const files = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'members.csv', { type: 'text/csv' }));
    return transfer;
  }, membersFile.buffer.toString());
  await page.getByRole('heading', { name: 'Import team members' }).dispatchEvent('drop', { dataTransfer: files });
  expect(await isFrame(page)).toBe(true);
  release();
  await expect(page.getByRole('heading', { name: 'Match the columns' })).toBeVisible();
});

for (const [path, heading] of [
  ['/', 'Overview'],
  ['/departments', 'Departments'],
  ['/teams?search=ada', 'Team members'],
  ['/teams/import', 'Import team members'],
  ['/profile', 'Your profile'],
  ['/profile/password', 'Change password'],
] as const) {
  test(`the frame of ${path} stands where the page will`, async ({ page, app }) => {
    const admin = await createAdmin(app);
    await createDepartment(admin);
    await logInBy(page, admin);
    const release = await holdScripts(page);
    await page.goto(path, { waitUntil: 'commit' });
    const main = page.getByRole('navigation', { name: 'Main' });
    const shown = [page.getByRole('banner'), page.getByRole('heading', { level: 1, name: heading, exact: true }), main, main.getByRole('link', { name: 'Team members' }), page.getByRole('button', { name: 'Account' })];
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
    expect(await isFrame(page)).toBe(true);
    await expect(page).toHaveTitle(new RegExp(`^${heading}`));
    await expect(main.getByRole('link', { name: 'Departments' })).toHaveAttribute('href', '/departments');
    const before = await places(...shown);
    if (path.includes('search')) await expect(page.getByRole('searchbox')).toHaveValue('ada');

    release();
    await expect(page.locator('#frame')).toHaveCount(0);
    expect(await places(...shown)).toEqual(before);
    await expectNoLayoutShift(page);
  });
}

test('a visitor never sees the shell, nor a page that may not be', async ({ page }) => {
  await holdScripts(page);
  for (const [path, title] of [
    ['/teams', /^Log in/],
    ['/no-such-page', /^Company admin$/],
    ['/activate', /^Company admin$/],
    ['/#/activate/uid/token', /^Company admin$/],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(path, { waitUntil: 'commit' });
    await expect(page.getByText('Company admin').first()).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page).toHaveTitle(title);
  }
});

test('the chosen theme is painted from the start', { tag: '@firefox' }, async ({ page }) => {
  await page.goto('/login');
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  await holdScripts(page);
  await page.goto('/login', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
});

test('scripts that do not arrive are told of, with a way on', { tag: '@firefox' }, async ({ page }) => {
  await page.route('**/assets/*.js', async (route) => {
    // Preloads fail first: they are not what the page starts with.
    if (route.request().url().includes('/index-')) await page.waitForTimeout(500);
    await route.abort();
  });
  await page.goto('/login');
  await expect(page.getByText('The app could not be loaded')).toBeVisible();
  await page.unroute('**/assets/*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert')).toContainText('There is a problem');
});

for (const [what, remove] of [
  ['light-dark()', () => (CSS.supports = () => false)],
  ['@property', () => Reflect.deleteProperty(window, 'CSSPropertyRule')],
] as const) {
  test(`a browser without ${what} is told that it is out of date, and nothing else happens`, { tag: '@firefox' }, async ({ page, app }) => {
    await logInBy(page, await createAdmin(app));
    await page.addInitScript(remove);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/teams/new');
    await expect(page.getByRole('heading', { name: 'This browser is out of date' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('heading')).toHaveCount(1);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  });
}

test('the rows are asked for without waiting for React, and after no other answer', async ({ page, app }) => {
  const admin = await createAdmin(app);
  await logInBy(page, admin);
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/app-*.js', async (route) => {
    await released;
    await route.continue();
  });
  const asked: string[] = [];
  page.on('request', (request) => {
    // What the page before still asked for is none of this one's.
    if (asked.length > 0 || request.isNavigationRequest()) asked.push(new URL(request.url()).pathname);
  });
  const rows = page.waitForRequest(/\/api\/myTeams\//);
  await page.goto('/teams', { waitUntil: 'commit' });
  await rows;
  expect(await isFrame(page)).toBe(true);
  expect(asked.filter((path) => path.startsWith('/api/auth/jwt/'))).toEqual([]);

  release();
  await expect(page.getByText('No team members yet')).toBeVisible();
  expect(asked.filter((path) => path === '/api/myTeams/')).toHaveLength(1);
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(8);
});
