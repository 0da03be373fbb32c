import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, logInBy, test } from '../support/browser-test.ts';
import { createAdmin, createMember } from '../support/factories.ts';

declare global {
  interface Window {
    reportViolation: (report: string) => void;
  }
}

/** Listens from before the first script of every page on. */
async function violations(page: Page): Promise<string[]> {
  const reports: string[] = [];
  await page.exposeFunction('reportViolation', (report: string) => reports.push(report));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample} at ${location.pathname}`);
    });
  });
  return reports;
}

test.describe.configure({ mode: 'parallel' });

test('every public route runs under the CSP and Trusted Types, with nothing to report', { tag: '@firefox' }, async ({ page }) => {
  const reports = await violations(page);
  for (const path of [
    '/login', '/signup', '/signup/check-email', '/password/reset', '/activate/MQ/abc-def', '/password/reset/confirm/MQ/abc-def', '/#/activate/MQ/abc-def', '/no/such/page',
  ]) {
    const answer = await page.goto(path);
    if (answer !== null) expect(answer.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
    await settled(page);
  }
  expect(reports).toEqual([]);
});

test('so does every signed-in route, with what opens over it', { tag: '@firefox' }, async ({ page, app }) => {
  const reports = await violations(page);
  const admin = await createAdmin(app);
  const member = await createMember(admin);

  await logInBy(page, admin);
  const ids = { department: member.departmentId, member: member.id };
  for (const path of [
    '/', '/departments', '/departments?search=zzzz', '/departments?ordering=-name&page=9', '/departments/new', `/departments/${ids.department}/edit`,
    '/teams', '/teams/new', '/teams/import', `/teams/${ids.member}/edit`, '/profile', '/profile/password', '/.well-known/change-password', '/no/such/page',
  ]) {
    await page.goto(path);
    await settled(page);
  }

  // What floats comes with code of its own.
  await page.goto('/teams');
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Actions for / }).click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('link', { name: 'Add member', exact: true }).first().click();
  await page.getByRole('combobox', { name: 'Department', exact: true }).fill('Dep');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();

  expect(reports).toEqual([]);
});

test('a violation would be seen', { tag: '@firefox' }, async ({ page, complaints }) => {
  const reports = await violations(page);
  await page.goto('/login');
  await settled(page);
  const refused = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<p>from text</p>');
      return 'it was let through';
    } catch (error) {
      return String(error);
    }
  });
  expect(refused).toContain('TypeError');
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => reports.join('\n')).toContain('require-trusted-types-for');
  await expect.poll(() => reports.join('\n')).toContain('style-src');
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

test('the page is never stored, its assets for ever', async ({ app }) => {
  const script = readdirSync('dist/assets').find((name) => name.endsWith('.js')) ?? '';
  const page = (await app.send('/teams')).headers;
  expect(page.get('cache-control')).toBe('no-store');
  expect(page.get('referrer-policy')).toBe('no-referrer');
  expect(page.get('x-content-type-options')).toBe('nosniff');
  expect(page.get('cross-origin-opener-policy')).toBe('same-origin');
  const asset = await app.send(`/assets/${script}`, { headers: { 'Accept-Encoding': 'br' } });
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('content-encoding')).toBe('br');
  expect((await app.send('/assets/gone-12345678.js')).status).toBe(404);
});

/** Everything that the route loads has run: a heading stands, and the network is silent. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
}
