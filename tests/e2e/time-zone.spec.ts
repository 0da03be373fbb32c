import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createDepartment } from '../support/factories.ts';

test('dates on screen follow a change of the time zone, without a reload', async ({ page, app }) => {
  const admin = await createAdmin(app);
  await createDepartment(admin, 'Sales');
  const computer = await page.context().newCDPSession(page);
  await computer.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Pago_Pago' });
  await logInBy(page, admin, '/departments');
  const created = page.getByRole('row', { name: /Sales/ }).locator('time').first();
  const before = await created.textContent();
  // 25 hours ahead: it is always another day there.
  await computer.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Kiritimati' });
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(created).not.toHaveText(before ?? '');
  await expect(created).toHaveAttribute('title', /GMT\+14|Line Islands/);
});
