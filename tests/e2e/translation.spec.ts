import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createDepartment, createMember } from '../support/factories.ts';
import { expectNothingStale, translate } from '../support/translator.ts';

/* The browser translates the pages: React's text nodes are gone, and the app goes on, with texts that are up to date. */

test.beforeEach(async ({ page }) => translate(page));
test.afterEach(async ({ page }) => expectNothingStale(page));

test('logging in, and the profile', async ({ page, app }) => {
  const admin = await createAdmin(app);
  await page.goto('/login');
  await page.getByRole('button', { name: 'Show password' }).click();
  await page.getByRole('button', { name: 'Hide password' }).click();
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Email', { exact: true }).fill(admin.email);
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('No active account found');
  await page.getByLabel('Password', { exact: true }).fill(admin.password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Profile' }).click();
  await page.getByLabel('First name').fill('Augusta');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('status').getByText('Profile saved')).toBeVisible();
  await page.getByRole('link', { name: 'Change password' }).click();
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('alert')).toBeVisible();

  await expectNothingStale(page);
  await page.goto('/password/reset/confirm/MQ/not-a-token');
  await expect(page.getByText(`You are logged in as ${admin.email}. Setting a password`)).toBeVisible();
});

test('a list, a new member and the log-in details', async ({ page, app }) => {
  const admin = await createAdmin(app);
  const { id: departmentId } = await createDepartment(admin, 'Sales');
  for (let member = 0; member < 12; member += 1) await createMember(admin, { departmentId });
  await logInBy(page, admin, '/teams');
  await page.getByRole('link', { name: 'Page 2', exact: true }).click();
  await expect(page.getByText('11–12 of 12')).toBeVisible();
  await page.getByRole('columnheader', { name: 'Email' }).getByRole('button').click();
  await expect(page.getByText('1–10 of 12')).toBeVisible();
  await page.getByRole('searchbox').fill('nobody');
  await expect(page.getByText('No team members match “nobody”')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search', exact: true }).click();
  await expect(page.getByText('1–10 of 12')).toBeVisible();

  await page.getByRole('link', { name: 'Add member', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Add member' });
  await dialog.getByRole('button', { name: 'Add member' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  const email = `new-${admin.id}@example.com`;
  await dialog.getByLabel('Email', { exact: true }).fill(email);
  await dialog.getByLabel('First name').fill('Mary');
  await dialog.getByLabel('Last name').fill('Somerville');
  await dialog.getByRole('button', { name: 'Generate password' }).click();
  await dialog.getByRole('combobox', { name: 'Department' }).fill('Nothing like it');
  await dialog.getByRole('combobox', { name: 'Department' }).fill('Sal');
  await page.getByRole('option', { name: 'Sales', exact: true }).click();
  await dialog.getByRole('button', { name: 'Add member' }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('link', { name: 'Show Mary Somerville' }).click();
  await expect(page.getByRole('row').filter({ hasText: email })).toBeVisible();
});

test('a job that waits, is paused and ends', async ({ page, app }) => {
  const admin = await createAdmin(app);
  const { id: departmentId } = await createDepartment(admin, 'Sales');
  for (let member = 0; member < 3; member += 1) await createMember(admin, { departmentId });
  await logInBy(page, admin, '/teams');
  await page.route('**/api/myTeams/*/', (route) => (route.request().method() === 'DELETE' ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).uncheck();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete 3 members' }).click();
  const tray = page.getByRole('region', { name: 'Jobs' });
  await expect(tray).toContainText('Cannot reach the server.');
  await tray.getByRole('button', { name: /^Pause/ }).or(tray.getByRole('button', { name: /^Go on now/ })).click();
  await page.unrouteAll();
  await expect(tray).toContainText('3 of 3', { timeout: 30_000 });
  const end = tray.getByRole('button', { name: /^Dismiss/ });
  await expect(end).toHaveText('Dismiss');
  await end.click();
  await expect(tray).toBeHidden();
});

test('an import, from the file to the log-in details', async ({ page, app }) => {
  const admin = await createAdmin(app);
  await createDepartment(admin, 'Sales');
  await logInBy(page, admin, '/teams/import');
  const rows = [1, 2, 3, 4, 5, 6].map((number) => `row-${number}-${admin.id}@example.com,Person,Number${number},${number === 6 ? 'New' : 'Sales'}`);
  const text = ['Email,First name,Last name,Department', ...rows, 'not an address,Person,Wrong,Sales'].join('\r\n');
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const header = page.getByRole('combobox', { name: 'Header' });
  await header.selectOption({ label: 'None: the first row is data' });
  await expect(page.getByRole('button', { name: 'Check 8 rows' })).toBeVisible();
  await header.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Check 7 rows' }).click();

  const main = page.getByRole('main');
  await expect(main).toContainText('people.csv: 7 rows, 6 ready, 1 to correct.');
  await page.getByRole('checkbox', { name: /^Create “New”/ }).uncheck();
  await expect(main).toContainText('people.csv: 7 rows, 5 ready, 2 to correct.');
  await page.getByRole('checkbox', { name: /^Create “New”/ }).check();
  await expect(main).toContainText('people.csv: 7 rows, 6 ready, 1 to correct.');
  await page.route('**/api/myTeams/', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 503, body: '' }) : route.fallback()));
  await page.getByRole('button', { name: 'Add 6 team members' }).click();
  await expect(page.getByRole('region', { name: 'Import' })).toContainText('Waiting');
  await page.unrouteAll();
  await page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Go on now' }).click();
  await expect(main).toContainText('6 of 6 team members added.', { timeout: 30_000 });
  await expect(main).toContainText('people.csv: 7 rows, 6 added, 1 to correct.');

  await expectNothingStale(page);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole('button', { name: 'Go on with the import' }).click();
  await expect(main).toContainText('people.csv: 7 rows, 6 added, 1 to correct.');
  await page.getByRole('button', { name: 'Edit row 8' }).click();
  await page.getByLabel('Email of row 8').fill(`row-7-${admin.id}@example.com`);
  await page.getByRole('button', { name: 'Save row 8' }).click();
  await page.getByRole('button', { name: 'Add 1 team member' }).click();
  await expect(main).toContainText('people.csv: 7 rows, 7 added.');
  await page.getByRole('button', { name: 'Download log-in details' }).click();
  await expect(main).toContainText(/The log-in details of \d new members? were downloaded/);
});
