import type { Page } from '@playwright/test';
import { oneTimeLink } from '../support/backend.ts';
import { expect, test } from '../support/browser-test.ts';
import { createDepartments, createMember, logIn, unique, type Account } from '../support/factories.ts';

/*
 * A company admin's whole job in one sitting, by the words that people and support texts use.
 * It knows roles and names, and nothing of how the app is made.
 */
const { email, password } = unique('ada');
const secondPassword = 'quiet-harbour-41-lamp';
const thirdPassword = 'seven-grey-herons-2';

test('the whole job of a company admin', { tag: '@firefox' }, async ({ page, app }) => {
  test.setTimeout(180_000);

  await test.step('sign up', async () => {
    await page.goto('/login');
    await page.getByRole('link', { name: 'Create an account', exact: true }).click();
    await heading(page, 'Create your account');
    await fill(page, { Email: email, 'First name': 'Ada', 'Last name': 'Lovelace', Password: password });
    await page.getByRole('button', { name: 'Create account', exact: true }).click();
    await heading(page, 'Check your email');
    await expect(page).toHaveURL('/signup/check-email');
    await expect(page.getByRole('main')).toContainText(email);
    await page.reload();
    await expect(page.getByRole('main')).toContainText(email);
  });

  await test.step('log in before the account is active, and be told', async () => {
    await page.goto('/login');
    await submitLogIn(page, password);
    await expect(page.getByRole('alert')).toContainText('No active account found with the given credentials');
  });

  await test.step('follow the mailed link', async () => {
    await page.goto(oneTimeLink(await app.mailTo(email), 'activate').href);
    await heading(page, 'Activate your account');
    await expect(page).toHaveURL('/activate');
    await page.getByRole('button', { name: 'Activate my account', exact: true }).click();
    await expect(page.getByRole('main')).toContainText('Your account is active');
    await page.getByRole('main').getByRole('link', { name: 'Log in', exact: true }).click();
  });

  await test.step('log in', async () => {
    await heading(page, 'Log in');
    await submitLogIn(page, password);
    await heading(page, 'Overview');
  });

  await test.step('add departments', async () => {
    await navigate(page, 'Departments');
    for (const name of ['Sales', 'Support', 'Archive']) {
      await page.getByRole('link', { name: 'Add department', exact: true }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Add department', exact: true });
      await dialog.getByLabel('Name', { exact: true }).fill(name);
      await dialog.getByRole('button', { name: 'Add department', exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(row(page, 'Departments', name)).toBeVisible();
    }
  });

  await test.step('be told at the field that a name is taken', async () => {
    await page.getByRole('link', { name: 'Add department', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Add department', exact: true });
    await dialog.getByLabel('Name', { exact: true }).fill('Sales');
    await dialog.getByRole('button', { name: 'Add department', exact: true }).click();
    await expect(dialog.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog).not.toContainText('unique set');
    await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('alertdialog', { name: 'Discard changes?', exact: true }).getByRole('button', { name: 'Discard', exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('add members with a department', async () => {
    await navigate(page, 'Team members');
    await addMember(page, { Email: 'mary@example.com', 'First name': 'Mary', 'Last name': 'Somerville', Password: password }, 'Sales');
    await addMember(page, { Email: 'charles@example.com', 'First name': 'Charles', 'Last name': 'Babbage', Password: password }, 'Support');
    await expect(row(page, 'Team members', 'Mary Somerville')).toContainText('Sales');
    await expect(row(page, 'Team members', 'Charles Babbage')).toContainText('Support');
  });

  await test.step('a company grows: search, order and page both lists', async () => {
    await grow({ email, password, backend: app });
    await page.reload();
    await navigate(page, 'Departments');
    await searchOrderAndPage(page, { list: 'Departments', search: 'Search departments', term: 'Unit 03', column: 'Name', first: 'Archive', last: 'Unit 20' });
    await navigate(page, 'Team members');
    await searchOrderAndPage(page, { list: 'Team members', search: 'Search team members', term: 'person07', column: 'Email', first: 'Charles Babbage', last: 'Person12 Example' });
  });

  await test.step('rename a department', async () => {
    await page.goto('/departments?search=Support');
    await choose(page, 'Support', 'Rename');
    const dialog = page.getByRole('dialog', { name: 'Rename department', exact: true });
    await dialog.getByLabel('Name', { exact: true }).fill('Customer care');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
    await page.goto('/departments?search=Customer');
    await expect(row(page, 'Departments', 'Customer care')).toBeVisible();
  });

  await test.step('edit a member: the department stays what it was', async () => {
    await page.goto('/teams?search=charles');
    await choose(page, 'Charles Babbage', 'Edit');
    const dialog = page.getByRole('dialog', { name: 'Edit member', exact: true });
    await expect(dialog.getByRole('combobox', { name: 'Department', exact: true })).toHaveValue('Customer care');
    await dialog.getByLabel('First name', { exact: true }).fill('Carl');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
    await page.goto('/teams?search=charles');
    await expect(row(page, 'Team members', 'Carl Babbage')).toContainText('Customer care');
  });

  await test.step('delete a member', async () => {
    await choose(page, 'Carl Babbage', 'Delete');
    const question = page.getByRole('alertdialog', { name: 'Delete Carl Babbage?', exact: true });
    await expect(question.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
    await question.getByRole('button', { name: 'Delete member', exact: true }).click();
    await expect(question).toBeHidden();
    await expect(page.getByText('No team members match “charles”')).toBeVisible();
    await page.getByRole('button', { name: 'Clear search', exact: true }).click();
    await expect(row(page, 'Team members', 'Mary Somerville')).toBeVisible();
  });

  await test.step('delete an empty department, and be refused on one with members', async () => {
    await page.goto('/departments?search=Archive');
    await choose(page, 'Archive', 'Delete');
    const question = page.getByRole('alertdialog', { name: 'Delete Archive?', exact: true });
    await question.getByRole('button', { name: 'Delete department', exact: true }).click();
    await expect(question).toBeHidden();
    await expect(row(page, 'Departments', 'Archive')).toBeHidden();

    await page.goto('/departments?search=Sales');
    await choose(page, 'Sales', 'Delete');
    const refused = page.getByRole('alertdialog', { name: 'Delete Sales?', exact: true });
    await refused.getByRole('button', { name: 'Delete department', exact: true }).click();
    await expect(refused).toContainText(/member/i);
    await expect(refused.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
    await refused.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(row(page, 'Departments', 'Sales')).toBeVisible();
  });

  await test.step('edit the profile', async () => {
    await account(page, 'Profile');
    await heading(page, 'Your profile');
    await page.getByLabel('First name', { exact: true }).fill('Augusta');
    await page.getByRole('button', { name: 'Save changes', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Profile saved' })).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('First name', { exact: true })).toHaveValue('Augusta');
  });

  await test.step('change the password and stay in', async () => {
    await account(page, 'Change password');
    await heading(page, 'Change password');
    await fill(page, { 'Current password': password, 'New password': secondPassword });
    await page.getByRole('button', { name: 'Change password', exact: true }).click();
    await heading(page, 'Your profile');
    await expect(page.getByRole('status').filter({ hasText: 'Password changed' })).toBeVisible();
  });

  await test.step('log out: nothing private is left behind', async () => {
    await account(page, 'Log out');
    await heading(page, 'Log in');
    await page.goBack();
    await heading(page, 'Log in');
    await page.goto('/departments');
    await heading(page, 'Log in');
  });

  await test.step('forget the password', async () => {
    await page.getByRole('link', { name: 'Forgot password?', exact: true }).click();
    await heading(page, 'Reset your password');
    await fill(page, { Email: email });
    await page.getByRole('button', { name: 'Send reset link', exact: true }).click();
    await expect(page.getByRole('main')).toContainText(`If ${email} has an active account, a link is on its way`);

    await expect.poll(async () => app.mailTo(email)).toContain('password/reset/confirm');
    await page.goto(oneTimeLink(await app.mailTo(email), 'password/reset/confirm').href);
    await heading(page, 'Choose a new password');
    await expect(page).toHaveURL('/password/reset/confirm');
    await fill(page, { 'New password': thirdPassword });
    await page.getByRole('button', { name: 'Set new password', exact: true }).click();
    await heading(page, 'Log in');
    await expect(page.getByText('Password changed. Log in with your new password.')).toBeVisible();
    await submitLogIn(page, thirdPassword);
    await heading(page, 'Overview');
  });

  await test.step('the server stops and starts again: everything is still there', async () => {
    await app.stop();
    await app.start();
    await page.goto('/departments?search=Customer');
    await expect(row(page, 'Departments', 'Customer care')).toBeVisible();
    await page.goto('/teams?search=Somerville');
    await expect(row(page, 'Team members', 'Mary Somerville')).toContainText('Sales');
    await account(page, 'Log out');
    await submitLogIn(page, thirdPassword);
    await heading(page, 'Overview');
  });

  await test.step('an address that leads nowhere', async () => {
    await page.goto('/no/such/page');
    await heading(page, 'Page not found');
    await page.context().clearCookies();
    await page.evaluate(() => localStorage.clear());
    await page.goto('/no/such/page');
    await heading(page, 'Page not found');
  });
});

async function heading(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
}

async function submitLogIn(page: Page, secret: string): Promise<void> {
  await fill(page, { Email: email, Password: secret });
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

async function navigate(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
  await heading(page, name);
}

async function account(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

function row(page: Page, table: string, name: string) {
  return page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: name });
}

async function addMember(page: Page, values: Record<string, string>, department: string): Promise<void> {
  await page.getByRole('link', { name: 'Add member', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add member', exact: true });
  for (const [label, value] of Object.entries(values)) await dialog.getByLabel(label, { exact: true }).fill(value);
  await dialog.getByRole('combobox', { name: 'Department', exact: true }).fill(department.slice(0, 3));
  await page.getByRole('option', { name: department, exact: true }).click();
  await dialog.getByRole('button', { name: 'Add member', exact: true }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(row(page, 'Team members', values['Email'] ?? '')).toBeVisible();
}

/** More rows than fit a page, by another client of the same API. */
async function grow({ backend, ...credentials }: Pick<Account, 'email' | 'password' | 'backend'>): Promise<void> {
  const admin = { ...credentials, backend, id: '', firstName: '', lastName: '', ...(await logIn(backend, credentials)) };
  const two = (number: number) => String(number + 1).padStart(2, '0');
  const [unit] = await createDepartments(admin, Array.from({ length: 20 }, (_, number) => `Unit ${two(number)}`));
  for (let number = 0; number < 12; number++) {
    const name = `person${two(number)}`;
    await createMember(admin, { email: `${name}-${email}`, firstName: `Person${two(number)}`, lastName: 'Example', departmentId: unit?.id ?? '' });
  }
}

async function searchOrderAndPage(
  page: Page,
  { list, search, term, column, first, last }: Record<'list' | 'search' | 'term' | 'column' | 'first' | 'last', string>,
): Promise<void> {
  const rows = page.getByRole('table', { name: list, exact: true }).getByRole('row');
  const box = page.getByRole('searchbox', { name: search, exact: true });
  await box.fill(term);
  await expect(page).toHaveURL(/search=/);
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(new RegExp(term, 'i'));
  await box.fill('');
  await expect(page).not.toHaveURL(/search=/);
  await expect(rows).toHaveCount(11);

  const header = page.getByRole('columnheader', { name: column });
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows.nth(1)).toContainText(first);
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.nth(1)).toContainText(last);

  await page.getByRole('navigation').getByRole('link', { name: 'Page 2', exact: true }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(rows.nth(1)).not.toContainText(last);
  await expect(page.getByText(/^11–\d+ of \d+$/)).toBeVisible();
  await page.goBack();
  await expect(rows.nth(1)).toContainText(last);
}
