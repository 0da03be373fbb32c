import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAdmin, createDepartment } from '../../support/factories.ts';
import { expect, logInBy, test } from '../../support/webkit-test.ts';

test('members come from a file and go into one', async ({ webkit, app, driver }) => {
  const admin = await createAdmin(app);
  await createDepartment(admin, 'Sales');
  await logInBy(webkit, admin);
  const file = join(driver.home, 'people.csv');
  writeFileSync(file, `Email,First name,Last name,Department\r\none-${admin.id}@example.com,Imp,One,Sales\r\ntwo-${admin.id}@example.com,Imp,Two,New\r\nbad,Imp,Three,Sales\r\n`);
  await webkit.goto('/teams/import');
  await webkit.ready();
  await webkit.choose('CSV file', file);
  await webkit.click('button', /^Check /);
  await webkit.click('button', 'Add 2 team members');
  await webkit.text('2 of 2 team members added.');

  await webkit.goto('/teams');
  await webkit.click('button', 'Export CSV');
  const exported = await webkit.until('the file', async () => readdirSync(driver.home, { recursive: true, encoding: 'utf8' }).find((name) => /team-members-[\d-]+\.csv$/.test(name)));
  await webkit.until('its rows', async () => readFileSync(join(driver.home, exported), 'utf8').includes(`two-${admin.id}@example.com`));
  expect(readFileSync(join(driver.home, exported), 'utf8')).toMatch(/^\ufeff/);
});
