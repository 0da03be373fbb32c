import { readFileSync } from 'node:fs';
import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createDepartment } from '../support/factories.ts';

test('members come from a file and go into one', { tag: '@firefox' }, async ({ page, app }) => {
  const admin = await createAdmin(app);
  await createDepartment(admin, 'Sales');
  await logInBy(page, admin, '/teams/import');
  const file = ['Email,First name,Last name,Department', `one-${admin.id}@example.com,Imp,One,Sales`, `two-${admin.id}@example.com,Imp,Two,New`, 'bad,Imp,Three,Sales'].join('\r\n');
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByRole('button', { name: /^Check / }).click();
  await page.getByRole('button', { name: 'Add 2 team members' }).click();
  await expect(page.getByRole('main')).toContainText('2 of 2 team members added.');

  const download = async (button: string) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: button, exact: true }).click();
    return readFileSync(await (await waiting).path(), 'utf8');
  };
  const twos = new RegExp(`^\\ufeff[^]*two-${admin.id}@example\\.com`); // with a byte order mark, for spreadsheets
  expect(await download('Download log-in details')).toMatch(twos);
  await page.goto('/teams');
  expect(await download('Export CSV')).toMatch(twos);
});
