import type { Page } from '@playwright/test';
import { expect, test } from '../../support/accessibility.ts';
import { createAdmin } from '../../support/factories.ts';
import { tabStops, tabTo } from '../../support/focus.ts';
import { allScreens } from '../../support/screens/all-screens.ts';
import { show } from '../../support/screens/screen.ts';

test.describe.configure({ mode: 'parallel' });

for (const name of ['log-in', 'sign-up', 'overview', 'departments', 'team-members', 'add-member', 'edit-member', 'profile', 'import']) {
  test(`Tab on ${name}: in reading order, each stop seen`, async ({ visits, company }) => {
    const screen = allScreens.find((candidate) => candidate.name === name);
    if (!screen) throw new Error(`There is no screen ${name}`);
    const context = await visits.open(screen.as, { viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await show(page, screen, company);
    const { stops, turns } = await tabStops(page);
    expect(stops.length).toBeGreaterThan(2);
    for (const { element, outline, uncovered } of stops) {
      expect.soft(outline, `the outline of ${element}`).toBeGreaterThanOrEqual(2);
      expect.soft(uncovered, `${element} is not covered`).toBe(true);
    }
    // In a dialog the first stop need not be its first element: its first field had the focus already.
    expect(turns, `order of ${stops.map(({ element }) => element).join(', ')}`).toBeLessThanOrEqual(name.endsWith('-member') ? 1 : 0);
    await context.close();
  });
}

test('the first Tab shows a link that leads past the navigation', async ({ visits }) => {
  const context = await visits.open('admin');
  const page = await context.newPage();
  await page.goto('/departments');
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('Tab');
  const link = page.getByRole('link', { name: 'Skip to main content' });
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await context.close();
});

test('the whole job by keyboard alone', async ({ page, app }) => {
  test.setTimeout(120_000);
  const admin = await createAdmin(app);
  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });

  await page.goto('/login');
  await tabTo(page, page.getByLabel('Email', { exact: true }));
  await page.keyboard.type(admin.email);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(admin.password);
  await page.keyboard.press('Enter');
  await heading(page, 'Overview');

  await tabTo(page, main(page).getByRole('link', { name: 'Departments', exact: true }));
  await page.keyboard.press('Enter');
  await heading(page, 'Departments');
  await tabTo(page, page.getByRole('link', { name: 'Add department', exact: true }).first());
  await page.keyboard.press('Enter');
  await expect(dialog('Add department').getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Sales');
  await page.keyboard.press('Enter');
  await expect(dialog('Add department')).toBeHidden();
  await expect(page.getByRole('rowheader', { name: 'Sales' })).toBeVisible();

  await page.goto('/teams');
  await tabTo(page, page.getByRole('link', { name: 'Add member', exact: true }).first());
  await page.keyboard.press('Enter');
  const form = dialog('Add member');
  await expect(form.getByLabel('Email', { exact: true })).toBeFocused();
  await page.keyboard.type('mary.by.keys@example.com');
  for (const [label, value] of [['First name', 'Mary'], ['Last name', 'Somerville']] as const) {
    await tabTo(page, form.getByLabel(label, { exact: true }));
    await page.keyboard.type(value);
  }
  await tabTo(page, form.getByRole('combobox', { name: 'Department', exact: true }));
  await page.keyboard.type('Sal');
  await expect(page.getByRole('option', { name: 'Sales', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox', { name: 'Department', exact: true })).toHaveValue('Sales');
  await tabTo(page, form.getByLabel('Password', { exact: true }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('quiet-harbour-41-lamp');
  await page.keyboard.press('Enter');
  const done = page.getByRole('button', { name: 'Done', exact: true });
  await tabTo(page, done);
  await page.keyboard.press('Enter');
  await expect(done).toBeHidden();
  await expect(page.getByRole('rowheader', { name: 'Mary Somerville' })).toBeVisible();

  await page.reload();
  await tabTo(page, page.getByRole('searchbox', { name: 'Search team members', exact: true }));
  await page.keyboard.type('mary');
  await expect(page).toHaveURL(/search=mary/);
  const actions = page.getByRole('button', { name: 'Actions for Mary Somerville', exact: true });
  await tabTo(page, actions);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, dialog('Edit member').getByLabel('First name', { exact: true }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Maria');
  await page.keyboard.press('Enter');
  await expect(dialog('Edit member')).toBeHidden();

  await page.goto('/teams');
  await tabTo(page, page.getByRole('button', { name: 'Actions for Maria Somerville', exact: true }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem').last()).toBeFocused();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Delete Maria Somerville?', exact: true });
  await expect(question.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await tabTo(page, question.getByRole('button', { name: 'Delete member', exact: true }));
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(page.getByText('No team members yet')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await page.reload();
  await tabTo(page, page.getByRole('button', { name: 'Account', exact: true }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Log out', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await heading(page, 'Log in');
});

const main = (page: Page) => page.getByRole('navigation', { name: 'Main' });

async function heading(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}
