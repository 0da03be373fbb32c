import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startApp } from '../support/app.ts';
import { expect, logInBy, test } from '../support/browser-test.ts';

/* The two lists, their search, their pages and the picker, in companies of three sizes. */
const admin = { email: 'ada@example.com', password: 'Blue-Harbor-42' };

for (const { members, departments } of [
  { members: 10, departments: 3 },
  { members: 1000, departments: 100 },
  { members: 100_000, departments: 1000 },
]) {
  test(`${members} members in ${departments} departments`, async ({ browser }) => {
    test.setTimeout(240_000);
    const folder = mkdtempSync(join(tmpdir(), 'lists-'));
    seed(folder, members, departments);
    const app = await startApp({ DATA_DIR: folder });
    const context = await browser.newContext({ baseURL: app.url });
    try {
      const page = await context.newPage();
      await logInBy(page, admin);
      await page.waitForLoadState('networkidle');
      const visit = watch(page);
      const figures: string[] = [];
      const timed = async (what: string, act: () => Promise<void>) => {
        visit.requests.length = 0;
        const start = performance.now();
        await act();
        figures.push(`${what} ${Math.round(performance.now() - start)} ms, ${visit.requests.length} requests`);
      };
      const table = page.getByRole('table', { name: 'Team members' });

      await timed('list', async () => {
        await page.goto('/teams');
        await expect(table.getByRole('rowheader').first()).toBeVisible();
        await expect(table.getByRole('row').nth(1).getByRole('cell').nth(2)).not.toBeEmpty();
      });
      // Who I am, the members, and the departments that they are in: a hundred at a time, and only those that are shown.
      expect(visit.requests.length).toBeLessThanOrEqual(2 + Math.ceil(departments / 100));
      const count = members.toLocaleString('en');
      await expect(page.getByText(`1–10 of ${count}`)).toBeVisible();

      const last = await lastMember(page);
      await timed('search', async () => {
        await page.getByRole('searchbox', { name: 'Search team members' }).fill(last.email);
        await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
      });

      const deep = Math.max(1, Math.floor((members / 10) * 0.9));
      await timed(`page ${deep}`, async () => {
        await page.goto(`/teams?page=${deep}`);
        await expect(page.getByText(`${((deep - 1) * 10 + 1).toLocaleString('en')}–${(deep * 10).toLocaleString('en')} of ${count}`)).toBeVisible();
      });

      await timed('hard load of a dialog', async () => {
        await page.goto(`/teams/${last.id}/edit`);
        await expect(page.getByLabel('First name', { exact: true })).toHaveValue(last.first_name);
      });
      expect(visit.requests.filter((request) => request.includes('/myTeams/?') && request.includes('ordering=id')).length).toBeLessThanOrEqual(15);

      await timed('picker', async () => {
        const picker = page.getByRole('combobox', { name: 'Department' });
        await expect(picker).not.toHaveValue('');
        await picker.click();
        await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
      });
      await reachesAll(page, departments);
      console.log(`${members} members, ${departments} departments: ${figures.join('; ')}`);
    } finally {
      await context.close();
      await app.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function seed(folder: string, members: number, departments: number): void {
  const wanted = ['--members', String(members), '--departments', String(departments), '--email', admin.email, '--password', admin.password];
  execFileSync(process.execPath, ['--import', 'tsx', 'server/seed.ts', ...wanted], { env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' } });
}

/** Every request of the API that the page sends, but for the one row that tells, a second after the others, whether a page's size can be chosen. */
function watch(page: Page): { requests: string[] } {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/') && !/[?&]page_size=1(?:&|$)/.test(request.url())) requests.push(request.url());
  });
  return { requests };
}

/** The member that was added last, as the app itself reads it. */
async function lastMember(page: Page): Promise<{ id: number; email: string; first_name: string }> {
  const answer = page.waitForResponse((response) => response.url().includes('ordering=-id'));
  await page.getByLabel('Sort by').selectOption('-id');
  const { results } = (await (await answer).json()) as { results: { id: number; email: string; first_name: string }[] };
  const [last] = results;
  if (last === undefined) throw new Error('no members');
  return last;
}

/** The picker reads on at its end until it has offered every department. */
async function reachesAll(page: Page, departments: number): Promise<void> {
  const list = page.getByRole('listbox');
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    expect(await list.getByRole('option').count()).toBe(departments);
  }).toPass({ timeout: 60_000, intervals: [100] });
}
