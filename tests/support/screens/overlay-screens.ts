import { expect, type Page } from '@playwright/test';
import type { AxeException, Screen } from './screen.ts';
import { choose, press } from './steps.ts';

const as = 'admin';

const picker: readonly AxeException[] = [
  { rule: 'region', reason: 'the list is put at the end of the body, outside the landmarks', testedBy: 'the picker by keyboard alone' },
  { rule: 'aria-hidden-focus', reason: 'the library hides the page around the open list, with sentinels that hold the focus in', testedBy: 'the picker by keyboard alone' },
];

const memberDialog = (page: Page) => page.getByRole('dialog', { name: 'Add member', exact: true });
const dialogShown = (name: string) => async (page: Page) => expect(page.getByRole('dialog', { name, exact: true })).toBeVisible();
const asked = async (page: Page) => expect(page.getByRole('alertdialog')).toBeVisible();

async function openDrawer(page: Page): Promise<void> {
  await press(page, 'Open navigation');
  await expect(page.getByRole('dialog', { name: 'Navigation' })).toBeVisible();
}

/** What opens over a page. */
export const overlayScreens: readonly Screen[] = [
  { name: 'add-department', as, path: '/departments/new', open: dialogShown('Add department') },
  {
    name: 'add-department-taken',
    as,
    path: '/departments/new',
    open: async (page) => {
      await page.getByLabel('Name', { exact: true }).fill('Sales');
      await press(page.getByRole('dialog'), 'Add department');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  { name: 'rename-department', as, path: ({ departmentIds }) => `/departments/${departmentIds[2]}/edit`, open: dialogShown('Rename department') },
  {
    name: 'discard-changes',
    as,
    path: '/departments/new',
    open: async (page) => {
      await page.getByLabel('Name', { exact: true }).fill('Half a na');
      await page.keyboard.press('Escape');
      await asked(page);
    },
  },
  {
    name: 'delete-department',
    as,
    path: '/departments?ordering=name',
    open: async (page) => {
      await choose(page, 'Sales', 'Delete');
      await asked(page);
    },
  },
  {
    name: 'delete-department-refused',
    as,
    path: '/departments?ordering=name',
    open: async (page) => {
      await choose(page, 'Sales', 'Delete');
      await press(page.getByRole('alertdialog'), 'Delete department');
      await expect(page.getByRole('alertdialog').getByRole('alert')).toBeVisible();
    },
  },
  { name: 'add-member', as, path: '/teams/new', open: dialogShown('Add member') },
  {
    name: 'add-member-errors',
    as,
    path: '/teams/new',
    open: async (page) => {
      await press(memberDialog(page), 'Add member');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'department-picker',
    as,
    path: '/teams/new',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Department' }).click();
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    },
    exceptions: picker,
  },
  {
    name: 'department-picker-no-match',
    as,
    path: '/teams/new',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Department' }).fill('zzzz');
      await expect(page.getByRole('option', { name: 'Create “zzzz”' })).toBeVisible();
    },
    exceptions: picker,
  },
  { name: 'edit-member', as, path: ({ members }) => `/teams/${members[0]?.id}/edit`, open: dialogShown('Edit member') },
  {
    name: 'delete-member',
    as,
    path: '/teams?ordering=created_at',
    open: async (page) => {
      await choose(page, /^Actions for M+ W+$/, 'Delete');
      await asked(page);
    },
  },
  {
    name: 'account-menu',
    as,
    path: '/',
    open: async (page) => {
      await press(page, 'Account');
      await expect(page.getByRole('menu')).toBeVisible();
    },
    exceptions: [{ rule: 'region', reason: 'the popover is put at the end of the body, outside the landmarks', testedBy: 'a menu: arrows, Escape, focus back' }],
  },
  { name: 'drawer', as, path: '/teams', below: 768, open: openDrawer },
  {
    name: 'palette',
    as,
    path: '/',
    open: async (page) => {
      await press(page, 'Search or jump to…');
      await page.getByRole('combobox').fill('a');
      await expect(page.getByText(/^\d+ results$/)).toBeVisible();
    },
  },
  {
    name: 'shortcuts',
    as,
    path: '/',
    open: async (page) => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  {
    name: 'session-ended',
    as,
    path: '/departments',
    busy: true,
    open: async (page) => {
      await expect(page.getByRole('table')).toBeVisible();
      const refused = { status: 401, contentType: 'application/json', body: '{"detail":"Given token not valid for any token type","code":"token_not_valid"}' };
      await page.route('**/api/**', async (route) => route.fulfill(refused));
      await page.getByRole('searchbox').fill('a');
      await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible();
    },
  },
];
