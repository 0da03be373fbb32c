import { oneTimeLink } from '../../support/backend.ts';
import { createAdmin, createDepartments, createMember, unique } from '../../support/factories.ts';
import type { WebKitPage } from '../../support/webkit-page.ts';
import { expect, logInBy, test } from '../../support/webkit-test.ts';

const password = 'quiet-harbour-41-lamp';

test('sign up, activate, log in, forget the password', async ({ webkit, app }) => {
  const { email, password: first } = unique('ada');
  await webkit.goto('/login');
  await webkit.ready();
  await webkit.click('link', 'Create an account');
  await webkit.heading('Create your account');
  for (const [label, value] of Object.entries({ Email: email, 'First name': 'Ada', 'Last name': 'Lovelace', Password: first })) await webkit.fill(label, value);
  await webkit.click('button', 'Create account');
  await webkit.heading('Check your email');
  const link = oneTimeLink(await app.mailTo(email), 'activate');
  await webkit.goto(`/activate/${link.uid}/${link.token}`);
  await webkit.heading('Activate your account');
  expect(await webkit.path()).toBe('/activate');
  await webkit.click('button', 'Activate my account');
  await webkit.text('Your account is active');

  await webkit.goto('/password/reset');
  await webkit.ready();
  await webkit.fill('Email', email);
  await webkit.click('button', 'Send reset link');
  await webkit.text('a link is on its way');
  await expect.poll(() => app.mailTo(email)).toContain('password/reset/confirm');
  const { uid, token } = oneTimeLink(await app.mailTo(email), 'password/reset/confirm');
  await webkit.goto('about:blank');
  // As djoser writes it if it is not told otherwise.
  await webkit.goto(`/#/password/reset/confirm/${uid}/${token}`);
  await webkit.heading('Choose a new password');
  await webkit.fill('New password', password);
  await webkit.click('button', 'Set new password');
  await webkit.heading('Log in');
  await logInBy(webkit, { email, password });
});

test('departments and members, by mouse and by keyboard', async ({ webkit, app }) => {
  test.setTimeout(120_000);
  await logInBy(webkit, await createAdmin(app));
  await webkit.click('link', 'Departments');
  await webkit.heading('Departments');
  for (const name of ['Sales', 'Support']) {
    await webkit.click('link', 'Add department');
    await webkit.until('the field', async () => webkit.isFocused(await webkit.label('Name')));
    await webkit.type(name);
    await webkit.press('Enter');
    await webkit.gone('dialog');
    await webkit.role('rowheader', name);
  }
  await webkit.click('link', 'Add department');
  await webkit.fill('Name', 'Sales');
  await webkit.click('button', 'Add department');
  await webkit.role('alert');
  await webkit.click('button', 'Cancel');
  await webkit.role('alertdialog', 'Discard changes?');
  await webkit.click('button', 'Discard');
  await webkit.gone('dialog');

  await webkit.click('link', 'Team members');
  await webkit.heading('Team members');
  await addMember(webkit, 'Mary', 'Somerville', async () => {
    await webkit.click('combobox', 'Department');
    await webkit.click('option', 'Sales');
    await webkit.press('Tab');
  });
  await addMember(webkit, 'Charles', 'Babbage', async () => {
    await webkit.type('Sup');
    await webkit.gone('option', 'Sales');
    await webkit.role('option', 'Support');
    await webkit.press('ArrowDown');
    await webkit.press('Enter');
    await webkit.press('Tab');
  });

  await choose(webkit, 'Charles Babbage', 'Edit');
  await webkit.role('dialog', 'Edit member');
  await webkit.reload();
  await webkit.until('the department', async () => (await webkit.value(await webkit.role('combobox', 'Department'))) === 'Support');
  await webkit.fill('First name', 'Carl');
  await webkit.click('button', 'Save');
  await webkit.gone('dialog');
  await choose(webkit, 'Carl Babbage', 'Delete');
  await webkit.role('alertdialog', 'Delete Carl Babbage?');
  await webkit.press('Escape');
  await webkit.gone('alertdialog');
  await choose(webkit, 'Carl Babbage', 'Delete');
  await webkit.click('button', 'Delete member');
  await webkit.gone('rowheader', 'Carl Babbage');
  await webkit.click('link', 'Add member');
  await webkit.role('dialog', 'Add member');
  await webkit.back();
  await webkit.gone('dialog');
});

test('search, order and pages', async ({ webkit, app }) => {
  const admin = await createAdmin(app);
  const [unit] = await createDepartments(admin, Array.from({ length: 12 }, (_, index) => `Unit ${String(index + 1).padStart(2, '0')}`));
  await createMember(admin, { departmentId: unit?.id ?? '', firstName: 'Mary', lastName: 'Somerville' });
  await logInBy(webkit, admin);
  await webkit.goto('/departments');
  await webkit.ready();
  await webkit.fill('Search departments', 'Unit 03');
  await webkit.gone('rowheader', 'Unit 04');
  await webkit.role('rowheader', 'Unit 03');
  await webkit.fill('Search departments', '');
  await webkit.click('button', 'Name');
  await webkit.role('columnheader', /^Name/);
  await webkit.until('ascending', () => webkit.evaluate(() => document.querySelector('[aria-sort=ascending]') !== null));
  await webkit.click('link', 'Page 2');
  await webkit.role('rowheader', 'Unit 12');
  expect(await webkit.path()).toContain('page=2');
  await webkit.back();
  await webkit.role('rowheader', 'Unit 01');

  await webkit.press('Control', 'k');
  await webkit.role('dialog', 'Search or jump to');
  await webkit.type('mary');
  await webkit.role('option', /Mary/);
  await webkit.press('Escape');
  await webkit.gone('dialog');
});

test('profile and password', async ({ webkit, app }) => {
  const admin = await createAdmin(app);
  await logInBy(webkit, admin);
  await webkit.click('button', 'Account');
  await webkit.click('menuitem', 'Profile');
  await webkit.heading('Your profile');
  await webkit.fill('First name', 'Augusta');
  await webkit.click('button', 'Save changes');
  await webkit.text('Profile saved');
  await webkit.click('button', 'Account');
  await webkit.click('menuitem', 'Change password');
  await webkit.heading('Change password');
  await webkit.fill('Current password', admin.password);
  await webkit.fill('New password', password);
  await webkit.click('button', 'Change password');
  await webkit.text('Password changed');
});

async function addMember(webkit: WebKitPage, first: string, last: string, pickDepartment: () => Promise<void>): Promise<void> {
  await webkit.click('link', 'Add member');
  await webkit.until('the first field', async () => webkit.isFocused(await webkit.label('Email')));
  for (const text of [`${first.toLowerCase()}.${unique('x').email}`, first, last]) {
    await webkit.type(text);
    await webkit.press('Tab');
  }
  expect(await webkit.isFocused(await webkit.role('combobox', 'Department'))).toBe(true);
  await pickDepartment();
  await webkit.fill('Password', password);
  await webkit.click('button', 'Add member');
  await webkit.click('button', 'Done');
  await webkit.role('rowheader', `${first} ${last}`);
}

async function choose(webkit: WebKitPage, name: string, item: string): Promise<void> {
  await webkit.click('button', `Actions for ${name}`);
  await webkit.click('menuitem', item);
}
