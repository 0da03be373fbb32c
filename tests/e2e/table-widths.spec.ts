import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createDepartment, createMember } from '../support/factories.ts';

/** What is wrong with the table as it is drawn now: columns squeezed to nothing, and headers drawn over one another. */
function problems(): string[] {
  const texts = [...document.querySelectorAll('table thead th')].map((header) => {
    const range = document.createRange();
    range.selectNodeContents(header);
    return { name: header.textContent, column: header.getBoundingClientRect(), text: range.getBoundingClientRect() };
  });
  const shown = texts.filter(({ name, column }) => name !== '' && column.width > 1);
  return shown.flatMap(({ name, column, text }, index) => {
    const next = shown[index + 1];
    const overlaps = next !== undefined && text.right > next.text.left && text.bottom > next.text.top && text.top < next.text.bottom;
    const cells = [...document.querySelectorAll<HTMLElement>('table tbody td[data-label]')].filter((cell) => cell.dataset['label'] === name);
    const narrow = column.width > 1 && cells.some((cell) => cell.checkVisibility() && cell.getBoundingClientRect().width < 90);
    return [...(overlaps ? [`${name} is drawn over ${next.name}`] : []), ...(narrow ? [`${name} has no room`] : [])];
  });
}

test('at every width each column of a list has room, and no header is drawn over another', async ({ page, app }) => {
  const admin = await createAdmin(app);
  const department = await createDepartment(admin, 'International partnerships');
  await createMember(admin, { firstName: 'Margaret Elaine', lastName: 'Hamilton-Lickly', email: 'margaret.hamilton@navigation.engineering.example.com', departmentId: department.id });
  for (const path of ['/teams', '/departments', `/departments/${department.id}`]) {
    if (path === '/teams') await logInBy(page, admin, path);
    else await page.goto(path);
    await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
    for (let width = 320; width <= 2560; width += 40) {
      await page.setViewportSize({ width, height: 700 });
      expect(await page.evaluate(problems), `${path} at ${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});
