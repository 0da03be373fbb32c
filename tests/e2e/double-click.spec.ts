import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createDepartment } from '../support/factories.ts';

/* A double click, or an impatient finger, is one click: the browser takes a step back later than it is asked to. */

test('double clicks on what opens, leaves and closes a dialog', async ({ page, app, complaints }) => {
  await logInBy(page, await createAdmin(app));
  for (const [list, add] of [['Departments', 'Add department'], ['Team members', 'Add member']] as const) {
    await page.getByRole('link', { name: list, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: add });
    const closed = async () => {
      await expect(dialog).toBeHidden();
      await page.waitForTimeout(200); // a second step would come by itself
      await expect(page.getByRole('heading', { level: 1, name: list, exact: true })).toBeVisible();
    };
    await page.getByRole('link', { name: add }).first().dblclick();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await closed();
    await page.getByRole('link', { name: add }).first().click();
    await dialog.getByRole('button', { name: 'Cancel' }).dblclick();
    await closed();
    await page.getByRole('link', { name: add }).first().click();
    await dialog.getByRole('textbox').first().fill('x');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keep editing' }).dblclick();
    const hasFocus = async () => expect.poll(async () => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await hasFocus();
    // The question goes by Escape too, and the focus is then where it was, so the next Escape asks again.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await hasFocus();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard' }).dblclick();
    await closed();
  }
  expect(complaints).toEqual([]);
});

test('a second press on Save 200 ms after the first, and a held Enter, send one request and leave the success', async ({ page, app }) => {
  await logInBy(page, await createAdmin(app), '/profile');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(request.url());
  });
  const first = page.getByLabel('First name');
  const save = page.getByRole('button', { name: 'Save changes' });
  await first.pressSequentially('x');
  await save.click();
  await page.waitForTimeout(200);
  await save.click();
  await expect(page.getByRole('status').getByText('Profile saved')).toBeVisible();
  await page.waitForTimeout(1200); // a press of its own again
  await first.pressSequentially('y');
  await page.keyboard.down('Enter');
  for (let repeat = 0; repeat < 20; repeat += 1) {
    await page.keyboard.down('Enter');
    await page.waitForTimeout(80);
  }
  await page.keyboard.up('Enter');
  await expect(page.getByRole('status').getByText('Profile saved')).toBeVisible();
  expect(sent).toHaveLength(2);
});

test('a double click on a confirmation sends one request', async ({ page, app }) => {
  const admin = await createAdmin(app);
  await createDepartment(admin, 'Sales');
  await logInBy(page, admin, '/departments');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'DELETE') sent.push(request.url());
  });
  await page.getByRole('button', { name: 'Actions for Sales' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete department' }).dblclick();
  await expect(page.getByText('Department “Sales” was deleted.')).toBeVisible();
  expect(sent).toHaveLength(1);
});
