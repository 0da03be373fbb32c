import { expect, test as base } from '@playwright/test';
import { startApp, type RunningApp } from './app.ts';
import { startFaultProxy, violationReports, type FaultProxy } from './fault-proxy.ts';
import { command, startWebKitDriver, type WebKitDriver } from './webkit-driver.ts';
import { WebKitPage } from './webkit-page.ts';

export { expect };

interface Fixtures {
  /** The network between the browser and the app. */
  wire: FaultProxy;
  /** What broke the CSP or Trusted Types, as the browser reported it. It fails the test, unless that is `violationsAllowed`. */
  violations: () => string[];
  violationsAllowed: boolean;
  /** `none`: a navigation is not waited for, nor is anything else while a document loads. */
  pageLoadStrategy: 'normal' | 'none';
  webkit: WebKitPage;
}

/** Playwright's `test` with the running app and a window of WebKit, which knows nothing of the test before. */
export const test = base.extend<Fixtures, { app: RunningApp; driver: WebKitDriver }>({
  app: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.remove();
    },
    { scope: 'worker' },
  ],
  driver: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const driver = await startWebKitDriver();
      await use(driver);
      await driver.stop();
    },
    { scope: 'worker' },
  ],
  wire: async ({ app }, use) => {
    const wire = await startFaultProxy(app.url);
    await use(wire);
    await wire.close();
  },
  violations: [
    async ({ wire, violationsAllowed }, use) => {
      const violations = () => wire.seen.filter(({ line }) => line.includes(violationReports)).map(({ body }) => body);
      await use(violations);
      if (!violationsAllowed) expect(violations()).toEqual([]);
    },
    { auto: true },
  ],
  violationsAllowed: [false, { option: true }],
  pageLoadStrategy: ['normal', { option: true }],
  webkit: async ({ driver, wire, pageLoadStrategy }, use, info) => {
    const { sessionId } = await command<{ sessionId: string }>('POST', `${driver.url}/session`, { capabilities: { alwaysMatch: { pageLoadStrategy } } });
    const session = `${driver.url}/session/${sessionId}`;
    await command('POST', `${session}/window/rect`, { width: 1280, height: 900 });
    const page = new WebKitPage(session, wire.url);
    await use(page);
    if (info.status !== info.expectedStatus) await info.attach('screen', { body: await page.screenshot(), contentType: 'image/png' });
    if (info.status !== info.expectedStatus) console.log(`What a person saw when "${info.title}" failed:\n${await page.seen()}\nRequests:\n${wire.seen.map(({ line }) => line).join('\n')}`);
    await command('DELETE', session);
  },
});

/** Logs in by the log-in page. */
export async function logInBy(page: WebKitPage, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/login');
  await page.ready();
  await page.fill('Email', email);
  await page.fill('Password', password);
  await page.click('button', 'Log in');
  await page.heading('Overview');
}
