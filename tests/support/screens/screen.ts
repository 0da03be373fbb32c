import { expect, type Page } from '@playwright/test';
import type { AwkwardCompany } from '../awkward-company.ts';

export type Role = 'visitor' | 'admin' | 'newcomer' | 'member';

/** A screen in one of its states: what the axe matrix visits, and what `npm run shots` takes pictures of. */
export interface Screen {
  /** Unique; the file name of its pictures. */
  name: string;
  as: Role;
  path: string | ((company: AwkwardCompany) => string);
  /** Done before the page is opened, such as a response that only a broken server gives. */
  before?: (page: Page) => Promise<void>;
  /** Leads from the page at rest to the state. */
  open?: (page: Page, company: AwkwardCompany) => Promise<void>;
  /** It has no rest: something is meant to be under way. */
  busy?: boolean;
  /** There only below this width, in px. */
  below?: number;
  /** Rules of axe that this state breaks by the design of a library; the test that stands in for each. */
  exceptions?: readonly AxeException[];
}

export interface AxeException {
  rule: string;
  reason: string;
  /** The title of the behavioural test in its place. */
  testedBy: string;
}

/** Opens the screen in its state and waits until nothing is under way. */
export async function show(page: Page, screen: Screen, company: AwkwardCompany): Promise<void> {
  const path = typeof screen.path === 'string' ? screen.path : screen.path(company);
  await screen.before?.(page);
  await page.goto(path);
  await expect(page.locator('main h1')).toBeVisible();
  if (!screen.busy) await atRest(page);
  await screen.open?.(page, company);
  if (screen.open && !screen.busy) await atRest(page);
}

/** Waits until the app has taken the place of the frame in its document, and no part of the page says that it is loading. */
export async function atRest(page: Page): Promise<void> {
  await expect(page.locator('#frame')).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Switches the system's colour scheme under the page, and waits until the page has been painted in it. */
export async function switchScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  // A first frame may mix old colours with new ones; a picture makes the browser finish one.
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
