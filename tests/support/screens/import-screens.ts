import { expect, type Page } from '@playwright/test';
import type { Screen } from './screen.ts';
import { press } from './steps.ts';

const as = 'admin';
const path = '/teams/import';

const csv = `Email,First name,Last name,Department
grace@example.com,Grace,Hopper,Sales
not an address,Linus,Pauling,Sales
${'katherine'.repeat(6)}@example.com,Katherine,Johnson,A department that is not there yet
`;

async function chooseFile(page: Page): Promise<void> {
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByRole('heading', { name: 'Match the columns' })).toBeVisible();
}

/** The import, step by step. Nothing is sent. */
export const importScreens: readonly Screen[] = [
  { name: 'import', as, path },
  { name: 'import-columns', as, path, open: chooseFile },
  {
    name: 'import-rows',
    as,
    path,
    open: async (page) => {
      await chooseFile(page);
      await press(page, 'Check 3 rows');
      await expect(page.getByRole('heading', { name: 'Check the rows' })).toBeVisible();
    },
  },
];
