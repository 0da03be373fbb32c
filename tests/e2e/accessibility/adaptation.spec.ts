import type { BrowserContext, Page } from '@playwright/test';
import { expect, sidewaysScroll, test } from '../../support/accessibility.ts';
import { tabStops } from '../../support/focus.ts';
import { allScreens } from '../../support/screens/all-screens.ts';
import { show } from '../../support/screens/screen.ts';
import type { AwkwardCompany } from '../../support/awkward-company.ts';

/*
 * What readers do to a page: larger text, more space, other colours, another direction, paper, fingers.
 */
test.describe.configure({ mode: 'parallel' });

const looked = ['log-in', 'sign-up-errors', 'overview', 'departments', 'team-members', 'add-member', 'profile', 'import-columns'];

for (const name of looked) {
  test(`${name} stands text spacing, text of twice the size, right to left`, async ({ visits, company }) => {
    const context = await visits.open(screen(name).as, { viewport: { width: 1280, height: 900 } });
    const page = await open(context, name, company);
    // WCAG 1.4.12. A style sheet made by script: one in the page would be blocked by the CSP.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.spaced * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } .spaced p { margin-block-end: 2em !important }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      document.documentElement.classList.add('spaced');
    });
    await fits(page, 'text spacing');
    await page.evaluate(() => {
      document.documentElement.classList.remove('spaced');
      document.documentElement.style.fontSize = '200%';
    });
    await fits(page, '200 %');
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
      document.documentElement.dir = 'rtl';
    });
    await fits(page, 'right to left');
    await page.setViewportSize({ width: 320, height: 800 });
    await fits(page, 'right to left at 320 px');
    await context.close();
  });

  test(`${name} has targets for fingers`, async ({ visits, company }) => {
    const context = await visits.open(screen(name).as, { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });
    const page = await open(context, name, company);
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
    expect(await smallTargets(page, 44)).toEqual([]);
    await context.close();
  });
}

test('targets for a pointer have 24 px', async ({ visits, company }) => {
  for (const name of ['log-in', 'team-members', 'add-member']) {
    const context = await visits.open(screen(name).as, { viewport: { width: 1280, height: 800 } });
    expect(await smallTargets(await open(context, name, company), 24), name).toEqual([]);
    await context.close();
  }
});

test('forced colours: the focus, the current page and the borders of fields are seen', async ({ visits, company }) => {
  const context = await visits.open('admin', { forcedColors: 'active' });
  const page = await open(context, 'team-members', company);
  for (const { element, outline } of (await tabStops(page)).stops) expect.soft(outline, element).toBeGreaterThanOrEqual(2);
  const current = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Team members', exact: true });
  expect(await current.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
  const button = page.getByRole('button', { name: 'Account', exact: true });
  expect(await button.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
  await context.close();
});

test('reduced motion: nothing moves for longer than an instant', async ({ visits, company }) => {
  const context = await visits.open('admin');
  for (const name of ['team-members-loading', 'add-member', 'delete-department']) {
    const page = await open(context, name, company);
    const longest = await page.evaluate(() => Math.max(0, ...document.getAnimations().map((animation) => Number(animation.effect?.getComputedTiming().duration))));
    expect(longest, name).toBeLessThanOrEqual(1);
    await page.close();
  }
  await context.close();
});

test('names in scripts of either direction begin where their column does, in a page of either direction', async ({ visits, company }) => {
  const context = await visits.open('admin');
  const page = await open(context, 'team-members', company);
  for (const dir of ['ltr', 'rtl'] as const) {
    await page.evaluate((direction) => (document.documentElement.dir = direction), dir);
    const starts = await page.getByRole('rowheader').evaluateAll((cells, end) => {
      const edges = cells.map((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        // Line by line: the box around them is as wide as the column, whatever stands in it.
        const lines = [...text.getClientRects()].filter(({ width }) => width > 0);
        return lines.map(({ left, right }) => Math.round(end ? right : left));
      });
      return edges.flat();
    }, dir === 'rtl');
    // But for a space or an ellipsis at the end of a line that is cut off.
    expect(Math.max(...starts) - Math.min(...starts), `${dir}: ${starts.join()}`).toBeLessThan(20);
  }
  await context.close();
});

test('on paper: the rows without the frame', async ({ visits, company }) => {
  const context = await visits.open('admin');
  const page = await open(context, 'team-members', company);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: 'Team members' })).toBeVisible();
  for (const gone of [page.getByRole('navigation'), page.getByRole('searchbox'), page.getByRole('button', { name: 'Account' }), page.getByRole('link', { name: 'Add member' })]) {
    await expect(gone).toHaveCount(0);
  }
  await context.close();
});

test('the choice of a theme wins over the system, and stays', async ({ visits }) => {
  const context = await visits.open('admin', { colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto('/profile');
  const dark = async () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const light = await dark();
  await page.getByRole('radio', { name: 'Dark', exact: true }).check();
  await expect.poll(dark).not.toBe(light);
  await page.reload({ waitUntil: 'domcontentloaded' });
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await context.close();
});

function screen(name: string) {
  const found = allScreens.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no screen ${name}`);
  return found;
}

async function open(context: BrowserContext, name: string, company: AwkwardCompany): Promise<Page> {
  const page = await context.newPage();
  await show(page, screen(name), company);
  return page;
}

/** Nothing sticks out of the page, and no words are cut off below. */
async function fits(page: Page, how: string): Promise<void> {
  expect.soft(await sidewaysScroll(page), `${how}: px to scroll sideways`).toBeLessThanOrEqual(0);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, p, a, button, label, th, td, dt, dd, li')]
      .filter((element) => element.offsetParent !== null && getComputedStyle(element).overflowY !== 'visible' && getComputedStyle(element).clipPath === 'none')
      .filter((element) => element.clientHeight > 1 && element.scrollHeight > element.clientHeight + 2)
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`),
  );
  expect.soft(cut, `${how}: cut off`).toEqual([]);
}

/** Controls that are smaller than `size` px in either direction; a link in a line of text may be (WCAG 2.5.8). */
async function smallTargets(page: Page, size: number): Promise<string[]> {
  return page.evaluate((smallest) => {
    const area = (element: HTMLElement) => (element.matches('input[type="checkbox"], input[type="radio"]') ? (element.closest('label') ?? element) : element);
    return [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type="hidden"]), select, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('[aria-hidden="true"]') === null)
      .filter((element) => !element.matches('.skip-link') && getComputedStyle(element).display !== 'inline')
      .map((element) => ({ element, box: area(element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.height < smallest - 0.5 || box.width < smallest - 0.5))
      .map(({ element, box }) => `${element.tagName} "${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 40)}" ${Math.round(box.width)} × ${Math.round(box.height)}`);
  }, size);
}
