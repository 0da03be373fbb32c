import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { createAwkwardCompany, type AwkwardCompany } from './awkward-company.ts';
import { test as base } from './browser-test.ts';
import type { AxeException } from './screens/screen.ts';
import { Visits } from './screens/visits.ts';

export { expect } from './browser-test.ts';

interface WorkerFixtures {
  company: AwkwardCompany;
  visits: Visits;
}

/** The browser's `test` with companies to look at. The tests that use it change nothing in them. */
export const test = base.extend<object, WorkerFixtures>({
  company: [async ({ app }, use) => use(await createAwkwardCompany(app)), { scope: 'worker' }],
  visits: [async ({ browser, app, company }, use) => use(new Visits(browser, app.url, company)), { scope: 'worker' }],
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds in the page as it stands, one line for each element.
 *
 * @param scope `colours`: only the rules that look at colours, for a page that was scanned whole in another scheme
 */
export async function violations(page: Page, scope: 'all' | 'colours', exceptions: readonly AxeException[] = []): Promise<string[]> {
  // Legacy mode: without it each run opens a window of its own for the report.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (scope === 'all') axe.withTags(tags).disableRules(exceptions.map(({ rule }) => rule));
  else axe.withRules(colourRules);
  const result = await axe.analyze();
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} – ${node.failureSummary?.replaceAll('\n', ' ')}`));
}

/** What holds for every page at any time, and axe does not say. */
export async function landmarks(page: Page): Promise<void> {
  await expect(page.locator('main')).toHaveCount(1);
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page).toHaveTitle(/.+ – Company admin$/);
  expect(await page.locator('[role="status"]').count(), 'regions with role=status').toBeLessThanOrEqual(1);
  expect(await page.locator('[aria-sort]').count(), 'columns with aria-sort').toBeLessThanOrEqual(1);
}

/** How far the page can be scrolled sideways, in px: nothing. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
