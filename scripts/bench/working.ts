import type { Browser, Page } from '@playwright/test';
import { slowMachine, visit, type Session } from './chrome.ts';
import type { Figures } from './figures.ts';
import { timed, type Sight, type Took } from './wait.ts';

const row = 'main tbody tr :is(th, td)';
const link = (page: Page, name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
const table = async (page: Page) => page.locator(row).first().waitFor();
const firstRow = async (page: Page): Promise<Sight> => ({ selector: `main tbody`, not: (await page.locator('main tbody').textContent()) ?? '' });

/** Navigation from list to list, on a slow machine. */
export async function navigate(browser: Browser, url: string, session: Session, figures: Figures): Promise<void> {
  const { page, close } = await visit(browser, slowMachine, session);
  await page.goto(`${url}/departments`);
  await table(page);
  await page.waitForLoadState('networkidle');
  // Work that an app defers for a second or so must not fall into the measurement.
  await page.waitForTimeout(2000);
  const members: Sight = { selector: 'main table:has(tbody tr)', text: 'Team members' };
  const departments: Sight = { selector: 'main table:has(tbody tr)', text: 'Departments' };
  add(figures, 'second list, cold', await timed(page, async () => link(page, 'Team members'), members));
  add(figures, 'second list, Back', await timed(page, async () => page.evaluate(() => history.back()), departments));
  add(figures, 'second list, warm', await timed(page, async () => link(page, 'Team members'), members));
  await close();
}

/** Typing, sorting, paging and opening dialogs in a list, on a slow machine. */
export async function work(browser: Browser, url: string, session: Session, figures: Figures): Promise<void> {
  const { page, close } = await visit(browser, slowMachine, session);
  await page.goto(`${url}/teams`);
  await table(page);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(2000);

  const search = page.getByRole('searchbox', { name: 'Search team members' });
  await search.focus();
  const keys: Took[] = [];
  for (const key of 'anna') keys.push(await timed(page, async () => page.keyboard.press(key), 'the next paint'));
  add(figures, 'a key in the search, to paint', worst(keys));
  await search.fill('');
  await page.waitForTimeout(1000);
  add(figures, 'a search, to its rows', await timed(page, async () => page.keyboard.press('q'), await firstRow(page)));
  await page.keyboard.press('Backspace');
  await page.waitForTimeout(1000);

  const sort = page.getByRole('columnheader', { name: 'Email' }).getByRole('button');
  add(figures, 'sort, to paint', await timed(page, async () => sort.click(), 'the next paint'));
  await page.waitForTimeout(500);
  add(figures, 'sort, to its rows', await timed(page, async () => sort.click(), await firstRow(page)));
  const next = page.getByRole('link', { name: /^Page 3$/ });
  add(figures, 'page, to its rows', await timed(page, async () => next.click(), await firstRow(page)));

  const dialog = '[role=dialog], dialog[open]';
  const add_ = page.getByRole('link', { name: 'Add member' });
  for (const when of ['first', 'again']) {
    add(figures, `dialog opens, ${when}`, await timed(page, async () => add_.click(), { selector: dialog }));
    await page.keyboard.press('Escape');
    await page.locator(dialog).waitFor({ state: 'detached' });
  }
  const actions = page.getByRole('button', { name: /^Actions for/ }).first();
  if (await actions.isVisible()) add(figures, 'menu opens, first', await timed(page, async () => actions.click(), { selector: '[role=menu]' }));
  await close();
}

/** A list with this many rows on one page, on a slow machine. */
export async function rows(browser: Browser, url: string, session: Session, count: number, figures: Figures, heap: (cdp: Awaited<ReturnType<typeof visit>>['cdp']) => Promise<number>): Promise<void> {
  const { page, cdp, close } = await visit(browser, slowMachine, session);
  await page.goto(`${url}/teams`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.bench.rowsShown > 0, undefined, { timeout: 60_000 });
  // An app may render them in more than one step.
  const complete = await page.waitForFunction((all) => document.querySelectorAll('tbody tr').length >= all && performance.now(), count, { timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  figures.add(`${count} rows: on screen`, 'ms', await page.evaluate(() => window.bench.rowsShown));
  figures.add(`${count} rows: all of them drawn`, 'ms', Number(await complete.jsonValue()));
  figures.add(`${count} rows: heap`, 'MB', await heap(cdp));
  await page.getByRole('searchbox', { name: 'Search team members' }).focus();
  add(figures, `${count} rows: a key in the search`, await timed(page, async () => page.keyboard.press('a'), 'the next paint'));
  await close();
}

function add(figures: Figures, name: string, { ms, longest }: Took): void {
  figures.add(name, 'ms', ms);
  figures.add(`${name}: longest task`, 'ms', longest);
}

const worst = (all: readonly Took[]): Took => ({ ms: Math.max(...all.map(({ ms }) => ms)), longest: Math.max(...all.map(({ longest }) => longest)) });
