import { launch, plain, visit, type Session } from './chrome.ts';
import type { Figures } from './figures.ts';
import { heap } from './loading.ts';

const times = 200;

/**
 * Measures whether memory stays flat: the heap after a few and after two hundred rounds of navigation and of dialogs. In a browser
 * without JIT compilation: compiled code is in the same heap, and would grow for thousands of rounds with any page.
 */
export async function memory(url: string, session: Session, figures: Figures): Promise<void> {
  const browser = await launch('--jitless');
  const { page, cdp } = await visit(browser, plain, session);
  await page.goto(`${url}/departments`);
  const table = (name: string) => page.getByRole('table', { name }).getByRole('rowheader').first().waitFor();
  const toAndFro = async () => {
    for (const name of ['Team members', 'Departments']) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
      await table(name);
    }
  };
  const dialog = async () => {
    await page.getByRole('link', { name: 'Add department' }).click();
    await page.getByRole('dialog').getByLabel('Name').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  for (const [name, round, rounds] of [
    ['navigations', toAndFro, times / 2],
    ['dialogs', dialog, times],
  ] as const) {
    for (let index = 0; index < 10; index += 1) await round();
    const before = await heap(cdp);
    for (let index = 0; index < rounds; index += 1) await round();
    const after = await heap(cdp);
    figures.add(`heap before ${times} ${name}`, 'MB', before);
    figures.add(`heap after ${times} ${name}`, 'MB', after);
    figures.add(`growth over ${times} ${name}, %`, '', Math.round((after / before - 1) * 1000) / 10);
  }
  await browser.close();
}
