import type { Page } from '@playwright/test';
import { expect, test } from '../../support/accessibility.ts';

/*
 * Where the focus goes, and what is said: what axe cannot see.
 */
test.describe.configure({ mode: 'parallel' });

const said = (page: Page) => page.locator('[role="log"]');
const navigation = (page: Page) => page.getByRole('navigation', { name: 'Main' });

test('another page: its heading has the focus and is said; a first load moves nothing', async ({ visits }) => {
  const context = await visits.open('admin');
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  const link = navigation(page).getByRole('link', { name: 'Team members', exact: true });
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Team members' })).toBeFocused();
  await expect(said(page)).toContainText('Team members');
  await expect(page).toHaveTitle('Team members – Company admin');
  await expect(link).toHaveAttribute('aria-current', 'page');
  await context.close();
});

test('search and order keep the focus where it is, and say what came of them', async ({ visits }) => {
  const context = await visits.open('admin');
  const page = await context.newPage();
  await page.goto('/teams');
  await expect(page.getByRole('table')).toBeVisible();
  const box = page.getByRole('searchbox', { name: 'Search team members', exact: true });
  await box.fill('lovelace');
  await expect(said(page)).toContainText('1 team member');
  await expect(box).toBeFocused();
  await box.fill('');
  await expect(page).not.toHaveURL(/search=/);
  const sort = page.getByRole('columnheader', { name: 'Email' }).getByRole('button');
  await sort.click();
  await expect(page.locator('[aria-sort]')).toHaveCount(1);
  await expect(page.getByRole('columnheader', { name: 'Email' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(sort).toBeFocused();
  await expect(said(page)).toContainText(/Email/);
  await context.close();
});

test('a menu: arrows, Escape, focus back', async ({ visits }) => {
  const context = await visits.open('admin');
  const page = await context.newPage();
  await page.goto('/departments');
  const button = page.getByRole('button', { name: 'Actions for Sales', exact: true });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  const items = page.getByRole('menuitem');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(button).toBeFocused();
  await context.close();
});

test('the picker by keyboard alone', async ({ visits }) => {
  const context = await visits.open('admin');
  const page = await context.newPage();
  await page.goto('/teams/new');
  const picker = page.getByRole('combobox', { name: 'Department', exact: true });
  await picker.focus();
  await page.keyboard.press('ArrowDown');
  await expect(picker).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('listbox').getByRole('option')).not.toHaveCount(0);
  // The focus stays in the field, so that what the library hides around the list is never in its way.
  await page.keyboard.press('ArrowDown');
  await expect(picker).toBeFocused();
  const active = await picker.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveRole('option');
  await page.keyboard.press('Escape');
  await expect(picker).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('dialog', { name: 'Add member' })).toBeVisible();
  await page.keyboard.type('Sal');
  await expect(page.getByRole('option', { name: 'X', exact: true })).toHaveCount(0);
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveAccessibleName('Sales');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(picker).toHaveValue('Sales');
  await page.keyboard.press('Tab');
  await expect(picker).not.toBeFocused();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await context.close();
});

test('a dialog: focus in, kept in, and back to where it came from', async ({ visits }) => {
  const context = await visits.open('admin');
  const page = await context.newPage();
  await page.goto('/departments');
  const link = page.getByRole('link', { name: 'Add department', exact: true });
  await link.click();
  const dialog = page.getByRole('dialog', { name: 'Add department', exact: true });
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
  await context.close();
});

test('a refused form: "Error: " in the title, a summary with the focus, links to the fields', async ({ visits }) => {
  const context = await visits.open('visitor');
  const page = await context.newPage();
  await page.goto('/signup');
  await page.getByRole('button', { name: 'Create account', exact: true }).click();
  const summary = page.getByRole('alert');
  await expect(summary.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await summary.getByRole('link').first().click();
  const email = page.getByLabel('Email', { exact: true });
  await expect(email).toBeFocused();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription(/\w/);
  await context.close();
});

test('the drawer: out of reach while closed, named, closed by its button and by Escape', async ({ visits }) => {
  const context = await visits.open('admin', { viewport: { width: 375, height: 812 } });
  const page = await context.newPage();
  await page.goto('/teams');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(navigation(page)).toHaveCount(0);
  const button = page.getByRole('button', { name: 'Open navigation' });
  const drawer = page.getByRole('dialog', { name: 'Navigation' });
  await button.click();
  await drawer.getByRole('button', { name: 'Close navigation' }).click();
  await expect(drawer).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(button).toBeFocused();
  await context.close();
});

test('a message is heard though a dialog is open: its region is not hidden with the page', async ({ visits }) => {
  const context = await visits.open('admin');
  const page = await context.newPage();
  await page.goto('/departments/new');
  await expect(page.getByRole('dialog')).toBeVisible();
  for (const region of ['[role="status"]', '[role="log"]']) {
    expect(await page.locator(region).evaluate((element) => element.closest('[aria-hidden="true"], [inert]'))).toBeNull();
  }
  await context.close();
});
