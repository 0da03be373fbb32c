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

test.describe('in a region with decimal commas, where it is tomorrow already', () => {
  test.use({ locale: 'de-DE', timezoneId: 'Pacific/Kiritimati' });

  test('every file has semicolons, the exported dates are those on screen, and the import reads them back', async ({ page, app }) => {
    const admin = await createAdmin(app);
    await createDepartment(admin, 'Sales');
    await logInBy(page, admin, '/teams/import');
    const choose = (text: string) => page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    const download = async (button: string) => {
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: button, exact: true }).click();
      return readFileSync(await (await waiting).path(), 'utf8');
    };
    expect(await download('Download template')).toBe('\ufeffEmail;First name;Last name;Department\r\n');

    await choose(`Email,First name,Last name,Department\r\none-${admin.id}@example.com,Imp,One,Sales\r\nbad,Imp,Two,Sales`);
    await page.getByRole('button', { name: /^Check / }).click();
    expect(await download('Download the rows to correct')).toContain('\r\nbad;Imp;Two;Sales;Email: ');
    await page.getByRole('button', { name: 'Add 1 team member' }).click();
    expect(await download('Download log-in details')).toContain(`\r\nImp;One;one-${admin.id}@example.com;`);

    await page.getByRole('link', { name: 'Team members', exact: true }).click();
    const exported = await download('Export CSV');
    const [head = '', first = ''] = exported.split('\r\n');
    expect(head).toBe('\ufeffFirst name;Last name;Email;Department;Role;Added (Pacific/Kiritimati);Updated (Pacific/Kiritimati)');
    const row = new RegExp(`^Imp;One;one-${admin.id}@example\\.com;Sales;Employee;\\d{4}-\\d\\d-(\\d\\d) \\d\\d:\\d\\d;\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d$`);
    expect(first).toMatch(row);
    const [, day = ''] = row.exec(first) ?? [];
    await expect(page.getByRole('row', { name: `one-${admin.id}@example.com` }).getByText(new RegExp(`\\b${Number(day)}\\b.*\\d{4}`)).first()).toBeVisible();

    // Each line quoted, as it is after a spreadsheet that uses commas has saved it again.
    await page.goto('/teams/import');
    for (const text of [exported, exported.replace(/^\ufeff/, '').replace(/^.+?(?=\r$)/gm, '"$&"').replaceAll(';', ',')]) {
      await choose(text);
      await expect(page.getByText(`For example: one-${admin.id}@example.com`)).toBeVisible();
      await expect(page.getByRole('combobox', { name: 'Department' })).toHaveValue('3');
      await page.getByRole('button', { name: 'Choose another file' }).click();
    }
  });
});
