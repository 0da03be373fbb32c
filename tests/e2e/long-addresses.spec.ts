import type { Locator } from '@playwright/test';
import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createDepartment, createMember } from '../support/factories.ts';

const address = 'margaret.hamilton.of.apollo@navigation.engineering.example.com';

/** The lines in which a text is drawn. */
const linesOf = (text: Locator) =>
  text.evaluate((element) => {
    const lines = new Map<number, string>();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let index = 0; index < (node.textContent ?? '').length; index++) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { top } = range.getBoundingClientRect();
        lines.set(top, (lines.get(top) ?? '') + range.toString());
      }
    }
    return [...lines.values()];
  });

test('a long address breaks before "@" and "." and not inside words', { tag: '@firefox' }, async ({ page, app }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${app.url}/password/reset`);
  await page.getByLabel('Email').fill(address);
  await page.getByRole('button', { name: 'Send reset link' }).click();
  const notice = await linesOf(page.getByRole('main').getByText(address));
  expect(notice.length).toBeGreaterThan(1);
  expect(notice.slice(1).filter((line) => !/^[@.]/.test(line))).toEqual([]);

  const admin = await createAdmin(app);
  await createMember(admin, { email: address, departmentId: (await createDepartment(admin, 'Sales')).id });
  await logInBy(page, admin, '/teams');
  const cell = await linesOf(page.getByRole('table').getByText(address));
  expect(cell.length).toBeGreaterThan(1);
  expect(cell.slice(1).filter((line) => !/^[@.]/.test(line))).toEqual([]);
});
