import { test as base, expect, type Page } from '@playwright/test';
import { startApp, type RunningApp } from './app.ts';
import type { Account } from './factories.ts';
import { fillAsTyped } from './firefox.ts';

interface Fixtures {
  /** What the browser held against a page: blocked by the CSP or Trusted Types, or an error that nobody caught. */
  complaints: string[];
}

interface WorkerFixtures {
  /** The server over the built app, one for each worker and shared by its tests: every test makes a company of its own. */
  app: RunningApp;
}

/** Playwright's `test` with the running app; in every test an uncaught error and a CSP violation fail it. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  app: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.remove();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ app }, use) => use(app.url),
  context: async ({ context, browserName }, use) => {
    if (browserName === 'firefox') await fillAsTyped(context);
    await use(context);
  },
  complaints: [
    async ({ context }, use, info) => {
      const complaints: string[] = [];
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`));
      context.on('console', (message) => {
        if (isViolation(message.text())) complaints.push(message.text());
      });
      await use(complaints);
      if (info.status !== info.expectedStatus) console.log(`What a person saw when "${info.title}" failed:\n${await seen(context.pages())}`);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Logs in by the log-in page. Ends on the page that follows. */
export async function logInBy(page: Page, account: Pick<Account, 'email' | 'password'>, next = '/'): Promise<void> {
  await page.goto(next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel('Email', { exact: true }).fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

function isViolation(text: string): boolean {
  return /content security policy|trusted ?type|trustedhtml|trustedscript/i.test(text);
}

async function seen(pages: Page[]): Promise<string> {
  const snapshots = pages.map(async (page) => `${page.url()}\n${await page.locator('body').ariaSnapshot({ timeout: 1000 })}`);
  return (await Promise.allSettled(snapshots)).map((result) => (result.status === 'fulfilled' ? result.value : '(gone)')).join('\n\n');
}
