import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { chromeArguments, ensureChrome } from '../../tests/support/chrome.ts';
import { admin } from './api.ts';
import { observe } from './observe.ts';

export type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** How slow the visitor's machine and network are. */
export interface Conditions {
  cpu: number;
  /** Round trip in milliseconds and bytes per second; null for no throttling. */
  network: { latency: number; bandwidth: number } | null;
}

/** What Chrome's DevTools call Slow 4G (1.44 Mbit/s), with the CPU slowed down four times. */
export const slowPhone: Conditions = { cpu: 4, network: { latency: 562.5, bandwidth: 180_000 } };
export const slowMachine: Conditions = { cpu: 4, network: null };
export const plain: Conditions = { cpu: 1, network: null };

export interface Visit {
  page: Page;
  cdp: CDPSession;
  close(): Promise<void>;
}

/** @param engine additional flags for the JavaScript engine */
export async function launch(engine = ''): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChrome(), args: [...chromeArguments, '--enable-precise-memory-info', `--js-flags=--expose-gc ${engine}`] });
}

/** Opens a tab with an empty cache, with or without a logged-in user. */
export async function visit(browser: Browser, conditions: Conditions, session: Session | undefined): Promise<Visit> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 }, storageState: session });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  // tsx wraps named functions in this helper, including those that are sent to the page.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(observe);
  const cdp = await context.newCDPSession(page);
  await setConditions(cdp, conditions);
  return { page, cdp, close: async () => context.close() };
}

async function setConditions(cdp: CDPSession, { cpu, network }: Conditions): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network?.latency ?? 0,
    downloadThroughput: network?.bandwidth ?? -1,
    uploadThroughput: network?.bandwidth ?? -1,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

/** Logs in on the log-in page and returns the browser's storage state. */
export async function logIn(browser: Browser, url: string): Promise<Session> {
  const { page, close } = await visit(browser, plain, undefined);
  await page.goto(`${url}/login`);
  await page.getByLabel('Email', { exact: true }).fill(admin.email);
  await page.getByLabel('Password', { exact: true }).fill(admin.password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/login'));
  const session = await page.context().storageState();
  await close();
  return session;
}
