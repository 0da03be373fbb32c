import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import * as z from 'zod';
import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createDepartment, createMember, logIn, type Account } from '../support/factories.ts';

/*
 * Importing many members over a connection and a server as they are: nobody is added twice, nobody is lost.
 */
const header = 'Email,First name,Last name,Department';
const line = (email: string, last: string, department = 'Sales') => `${email},Person,${last},${department}`;
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

async function choose(page: Page, lines: readonly string[]): Promise<void> {
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...lines].join('\r\n')) });
  await expect(page.getByRole('heading', { name: 'Match the columns' })).toBeFocused();
  await page.getByRole('button', { name: /^Check / }).click();
  await expect(page.getByRole('heading', { name: 'Check the rows' })).toBeFocused();
}

/** The addresses of all members, as the server lists them. */
async function addresses(admin: Account): Promise<string[]> {
  const { access } = await logIn(admin.backend, admin);
  const listSchema = z.object({ next: z.nullable(z.string()), results: z.array(z.object({ email: z.string() })) });
  const found: string[] = [];
  for (let page = 1; ; page += 1) {
    const response = await admin.backend.send(`/api/myTeams/?page_size=100&page=${page}`, { headers: { Authorization: `JWT ${access}` } });
    const { next, results } = listSchema.parse(await response.json());
    found.push(...results.map(({ email }) => email));
    if (next === null) return found;
  }
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function logInDetails(page: Page): Promise<Map<string, string>> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download log-in details' }).click();
  const rows = (await textOf(await waiting)).trim().split('\r\n').slice(1);
  return new Map(rows.map((row) => row.split(',')).map(([, , email = '', password = '']) => [email, password]));
}

const settled = async (page: Page) => {
  const progress = page.getByRole('progressbar', { name: 'Progress of the import' });
  return Number(await progress.getAttribute('value'));
};

test('a thousand rows, fifty of them bad, and a server that crashes half way', async ({ page, app }) => {
  test.setTimeout(600_000);
  const admin = await createAdmin(app);
  const sales = await createDepartment(admin, 'Sales');
  for (const number of range(20)) await createMember(admin, { email: `taken-${number}-${admin.id}@example.com`, departmentId: sales.id });

  const good = range(950).map((number) => `good-${number}-${admin.id}@example.com`);
  const bad = [
    ...range(20).map((number) => line(`taken-${number}-${admin.id}@example.com`, 'Taken')),
    ...range(15).map((number) => line(`no-address-${number}`, 'Wrong')),
    ...range(15).map((number) => line(`no-name-${number}-${admin.id}@example.com`, '')),
  ];
  const lines = good.map((email, index) => line(email, `Number${index}`, index % 10 === 0 ? 'Research' : 'sales'));
  // Spread evenly among the good ones.
  bad.forEach((row, index) => lines.splice(index * 20, 0, row));

  await logInBy(page, admin, '/teams/import');
  await choose(page, lines);
  await expect(page.getByRole('group', { name: '1 department does not exist yet' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('1,000 rows, 970 ready, 30 to correct.');
  await page.getByRole('button', { name: 'Add 970 team members' }).click();

  await expect.poll(() => settled(page), { timeout: 200_000 }).toBeGreaterThan(400);
  await app.stop('SIGKILL');
  await expect(page.getByRole('region', { name: 'Import' })).toContainText('Waiting');
  await app.start();

  await expect(page.getByRole('main')).toContainText('950 of 970 team members added. 20 could not be added.', { timeout: 300_000 });
  const expected = [...good, ...range(20).map((number) => `taken-${number}-${admin.id}@example.com`)];
  expect((await addresses(admin)).sort()).toEqual(expected.sort());

  await page.getByRole('combobox', { name: 'Show' }).selectOption('to-correct');
  await expect(page.getByText('1–50 of 50')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Rows of the file' })).toContainText('Email: user with this email address already exists.');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the rows to correct' }).click();
  const failed = (await textOf(await waiting)).split('\r\n').slice(0, -1);
  expect(failed[0]).toBe('\ufeffEmail,First name,Last name,Department,Reason');
  expect(failed).toHaveLength(51);

  const passwords = await logInDetails(page);
  expect([...passwords.keys()].sort()).toEqual(good.sort());
  for (const email of [good[0], good[420], good[949]]) {
    expect(await logIn(app, { email: email ?? '', password: passwords.get(email ?? '') ?? '' })).toBeTruthy();
  }
});

test('a tab that is closed half way: the rest goes on where it was', async ({ page, app }) => {
  test.setTimeout(120_000);
  const admin = await createAdmin(app);
  await createDepartment(admin, 'Sales');
  const emails = range(40).map((number) => `row-${number}-${admin.id}@example.com`);
  page.on('dialog', (dialog) => void dialog.accept());

  await logInBy(page, admin, '/teams/import');
  await choose(page, emails.map((email, index) => line(email, `Number${index}`)));
  // Ten are answered. Of the three under way then, one reaches the server; the others do not.
  let posts = 0;
  await page.route('**/api/myTeams/', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    posts += 1;
    if (posts <= 10) return route.continue();
    if (posts === 11) await route.fetch();
  });
  await page.getByRole('button', { name: 'Add 40 team members' }).click();
  await expect.poll(async () => (await addresses(admin)).length).toBe(11);
  await expect.poll(() => settled(page)).toBe(10);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('10 of 40 rows added, 30 left.');
  // Not sooner: what is held up would be let go, to the page that is being left.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByRole('button', { name: 'Go on with the import' }).click();
  await page.getByRole('button', { name: 'Add 30 team members' }).click();
  await expect(page.getByRole('main')).toContainText('30 of 30 team members added.', { timeout: 60_000 });
  expect((await addresses(admin)).sort()).toEqual(emails.toSorted());

  const passwords = await logInDetails(page);
  expect(passwords.size).toBe(40);
  expect([...passwords.values()].filter((password) => password.startsWith('not known'))).toHaveLength(11);
  expect(await logIn(app, { email: emails[39] ?? '', password: passwords.get(emails[39] ?? '') ?? '' })).toBeTruthy();
});

test('while one tab imports, another one says so', async ({ page, context, app }) => {
  const admin = await createAdmin(app);
  await createDepartment(admin, 'Sales');
  await logInBy(page, admin, '/teams/import');
  await choose(page, [line(`tab-${admin.id}@example.com`, 'One')]);
  await page.route('**/api/myTeams/', (route) => (route.request().method() === 'POST' ? undefined : route.fallback()));
  await page.getByRole('button', { name: 'Add 1 team member' }).click();
  await expect(page.getByRole('region', { name: 'Import' })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/teams/import');
  await expect(other.getByRole('main')).toContainText('Another tab of this browser is importing “people.csv”.');
  await expect(other.getByRole('button', { name: 'Go on with the import' })).toBeHidden();
});

test('of five thousand rows a page is drawn at a time', async ({ page, app }) => {
  const admin = await createAdmin(app);
  await logInBy(page, admin, '/teams/import');
  await choose(page, range(5000).map((number) => line(`many-${number}@example.com`, `Number${number}`)));
  await expect(page.getByText('1–50 of 5,000')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(51);
  await page.getByRole('link', { name: 'Page 100', exact: true }).click();
  await expect(page.getByText('4,951–5,000 of 5,000')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add 5,000 team members' })).toBeVisible();
});

test('every step passes axe, wide and narrow, light and dark', async ({ page, app }) => {
  test.setTimeout(120_000);
  const admin = await createAdmin(app);
  await logInBy(page, admin, '/teams/import');
  await axe(page);
  await page.getByLabel('CSV file').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from('who,where\nAda Lovelace,ada@example.com') });
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose the column for First name');
  await axe(page);
  await page.getByRole('button', { name: 'Choose another file' }).click();

  await choose(page, [line('not an address', 'Wrong'), line('ada@example.com', 'Lovelace'), line('mary@example.com', 'Somerville', 'Research')]);
  await page.getByRole('button', { name: 'Edit row 2', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Email of row 2', exact: true })).toBeFocused();
  await axe(page);

  await page.route('**/api/myTeams/', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
  await page.getByRole('button', { name: 'Cancel row 2', exact: true }).click();
  await page.getByRole('button', { name: 'Add 2 team members' }).click();
  await expect(page.getByRole('region', { name: 'Jobs' })).toContainText('Cannot reach the server.');
  await axe(page);
  await page.unrouteAll();
  await expect(page.getByRole('region', { name: 'Jobs' })).toContainText('2 of 2 team members added.', { timeout: 60_000 });
  await axe(page);
});

async function axe(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // The colours change by a transition, however short: axe must not look at a shade in between.
      await page.evaluate(() => Promise.all(document.getAnimations().map(async (animation) => animation.finished.catch(() => undefined))));
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      // The frame has tests of its own.
      const { violations } = await new AxeBuilder({ page }).exclude('.shell-bar').exclude('.shell-side').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
