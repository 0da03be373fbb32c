import { expect, type Page } from '@playwright/test';
import type { Screen } from './screen.ts';
import { choose, press } from './steps.ts';

const as = 'admin';
const day = 24 * 3_600_000;
const asked = async (page: Page) => expect(page.getByRole('alertdialog')).toBeVisible();
const openPalette = async (page: Page) => press(page, 'Search or jump to…');

/** Makes the members of this company look as if they had come over months: they are all of today. */
async function spreadOverMonths(page: Page): Promise<void> {
  await page.route('**/api/myTeams/**', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { results: { id: number; created_at: string }[] };
    for (const row of body.results) row.created_at = new Date(Date.now() - (400 - (row.id % 40) * 10) * day).toISOString();
    await route.fulfill({ response, json: body });
  });
}

/** The overview's parts, a department's page, the palette, and what is asked on the way. */
export const companyScreens: readonly Screen[] = [
  {
    name: 'overview-growth',
    as,
    path: '/',
    before: spreadOverMonths,
    open: async (page) => page.getByText('Show the values').click(),
  },
  { name: 'department', as, path: ({ departmentIds }) => `/departments/${departmentIds[0]}` },
  { name: 'department-long-name', as, path: ({ departmentIds }) => `/departments/${departmentIds[6]}` },
  { name: 'department-gone', as, path: '/departments/999999' },
  {
    name: 'department-move',
    as,
    path: ({ departmentIds }) => `/departments/${departmentIds[0]}`,
    open: async (page) => {
      await press(page, 'Move all to…');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'department-rename', as, path: ({ departmentIds }) => `/departments/${departmentIds[0]}/rename`, open: async (page) => expect(page.getByRole('dialog')).toBeVisible() },
  {
    name: 'department-delete-refused',
    as,
    path: ({ departmentIds }) => `/departments/${departmentIds[2]}`,
    open: async (page) => {
      await press(page, 'Delete');
      await press(page.getByRole('alertdialog'), 'Delete department');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'send-reset',
    as,
    path: '/teams',
    open: async (page) => {
      await choose(page, /^Actions for Ada/, 'Send password reset');
      await asked(page);
    },
  },
  {
    name: 'palette-results',
    as,
    path: '/profile',
    open: async (page) => {
      await openPalette(page);
      await page.getByRole('combobox').fill('person');
      await expect(page.getByText(/\d results/)).toBeVisible();
    },
  },
  {
    name: 'palette-no-match',
    as,
    path: '/profile',
    open: async (page) => {
      await openPalette(page);
      await page.getByRole('combobox').fill('zzzz');
      await expect(page.getByText('Nothing matches')).toBeVisible();
    },
  },
  {
    name: 'keyboard-shortcuts',
    as,
    path: '/profile',
    open: async (page) => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
];
