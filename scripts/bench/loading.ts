import type { Browser } from '@playwright/test';
import { visit, type Conditions, type Session } from './chrome.ts';
import type { Figures } from './figures.ts';

interface Load {
  path: string;
  /** The field of `Observed` that ends the load. */
  until: 'formReady' | 'rowsShown';
}

const loads: Record<string, Load> = {
  login: { path: '/login', until: 'formReady' },
  list: { path: '/teams', until: 'rowsShown' },
};

/** One first visit with an empty cache: bytes, requests, paints, long tasks, memory. */
export async function load(browser: Browser, url: string, name: 'login' | 'list', session: Session | undefined, [kind, conditions]: readonly [string, Conditions], figures: Figures): Promise<void> {
  const { path, until } = loads[name] ?? { path: '/', until: 'rowsShown' };
  const { page, cdp, close } = await visit(browser, conditions, session);
  const weight = { document: 0, script: 0, style: 0, requests: 0 };
  const types = new Map<string, string>();
  cdp.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  cdp.on('Network.requestWillBeSent', ({ request }) => (weight.requests += request.url.startsWith('data:') ? 0 : 1));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (types.get(requestId) === 'Document') weight.document += encodedDataLength;
    if (types.get(requestId) === 'Script') weight.script += encodedDataLength;
    if (types.get(requestId) === 'Stylesheet') weight.style += encodedDataLength;
  });
  await page.goto(url + path, { waitUntil: 'commit' });
  await page.waitForFunction((end) => window.bench[end] > 0, until, { timeout: 60_000 });
  const shown = { ...weight };
  await page.waitForLoadState('networkidle');
  // Deferred requests count too.
  await page.waitForTimeout(2000);
  const seen = await page.evaluate(() => ({ ...window.bench, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN }));

  const line = (what: string) => `${name}: ${what}${kind === '' ? '' : `, ${kind}`}`;
  if (kind === '') {
    figures.add(line('document'), 'kB', weight.document / 1000);
    figures.add(line('scripts'), 'kB', weight.script / 1000);
    figures.add(line('stylesheets'), 'kB', weight.style / 1000);
    figures.add(line('requests until complete'), '', shown.requests);
    figures.add(line('requests in all'), '', weight.requests);
  }
  figures.add(line('FCP'), 'ms', seen.fcp);
  figures.add(line('LCP'), 'ms', seen.lcp);
  if (name === 'login') {
    figures.add(line('fields on screen'), 'ms', seen.formShown);
    figures.add(line('form ready'), 'ms', seen.formReady);
  } else figures.add(line('rows on screen'), 'ms', seen.rowsShown);
  figures.add(line('CLS'), '', seen.cls);
  figures.add(line('long tasks'), 'ms', seen.longTasks.reduce((sum, { duration }) => sum + duration, 0));
  if (kind === '') figures.add(line('heap'), 'MB', await heap(cdp));
  await close();
}

/** The heap in use after two garbage collections, in MB. */
export async function heap(cdp: Awaited<ReturnType<typeof visit>>['cdp']): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6;
}
