import type { Page } from '@playwright/test';
import { oneTimeLink } from '../support/backend.ts';
import { expect, test } from '../support/browser-test.ts';
import { createAdmin, signUp, unique } from '../support/factories.ts';

interface Secrets {
  uid: string;
  token: string;
}

/** Spellings of a link, as emails and address bars hold them after an email program has been at them. */
const spellings: readonly ((page: string, secrets: Secrets) => string)[] = [
  (page, { uid, token }) => `/#/${page}/${uid}/${token}?utm_source=x`,
  (page, { uid, token }) => `/#${page}/${uid}/${token}).`,
  (page, { uid, token }) => `//${page}/${uid}/${token}`,
  (page, { uid, token }) => `/${page.toUpperCase()}/${uid}/${token}>`,
  (page, { uid, token }) => `/${[...page.split('/'), uid, token].join('%2F')}`,
  (page, { uid, token }) => `/%23/${page}/${uid}/${token}`,
  (page, { uid, token }) => `/${page}/${uid}/${token.slice(0, 20)}=%0D%0A${token.slice(20)}%E2%80%8B`,
  (page, { uid, token }) => `/${page}/${uid}/${token.slice(0, 9)}=\r\n${token.slice(9)} and more`,
];

/** Collects what leaves the browser after the document's own request. */
function watchRequests(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) sent.push(`${request.url()} ${request.headers()['referer'] ?? ''} ${request.postData() ?? ''}`);
  });
  return sent;
}

test('an activation link that was damaged on its way still activates, and its token stays out of sight', { tag: '@firefox' }, async ({ page, app }) => {
  const person = { ...unique('new'), firstName: 'Grace', lastName: 'Okafor' };
  await signUp(app, person);
  const secrets = oneTimeLink(await app.mailTo(person.email), 'activate');
  const sent = watchRequests(page);
  for (const spell of spellings) {
    await page.goto('about:blank');
    await page.goto(app.url + spell('activate', secrets));
    await expect(page.getByRole('button', { name: 'Activate my account' })).toBeVisible();
    await expect(page).toHaveURL(`${app.url}/activate`);
    expect(await page.evaluate<unknown>(() => history.state)).toMatchObject({ usr: { uid: secrets.uid, token: secrets.token } });
  }
  expect(sent.join('\n')).not.toContain(secrets.token);
  await page.reload();
  await page.getByRole('button', { name: 'Activate my account' }).click();
  await expect(page.getByText('Your account is active')).toBeVisible();
  expect(app.log()).not.toContain(secrets.token);
});

test('a reset link that was damaged on its way still sets the password', async ({ page, app }) => {
  const { email } = await createAdmin(app);
  await app.send('/api/auth/users/reset_password/', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email }) });
  await expect.poll(async () => app.mailTo(email)).toContain('password/reset/confirm');
  const secrets = oneTimeLink(await app.mailTo(email), 'password/reset/confirm');
  for (const spell of spellings) {
    await page.goto('about:blank');
    await page.goto(app.url + spell('password/reset/confirm', secrets));
    await expect(page.getByRole('heading', { level: 1, name: 'Choose a new password' })).toBeVisible();
    await expect(page).toHaveURL(`${app.url}/password/reset/confirm`);
  }
  await page.getByLabel('New password', { exact: true }).fill('quiet-harbour-41-lamp');
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(page.getByText('Password changed. Log in with your new password.')).toBeVisible();
  expect(app.log()).not.toContain(secrets.token);
});

test('a link that was cut off says that it is not valid, and keeps nothing in the address bar', async ({ page }) => {
  await page.goto('/activate/MQ');
  await page.getByRole('button', { name: 'Activate my account' }).click();
  await expect(page.getByText('This link is not valid or has expired')).toBeVisible();
  await expect(page).toHaveURL('/activate');
});

test('a link pasted into a tab that is open leads to its page', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('Email', { exact: true }).fill('ada@example.com');
  await page.evaluate(() => (location.hash = '#!/Activate/MQ/abc-def).'));
  await expect(page.getByRole('heading', { level: 1, name: 'Activate your account' })).toBeVisible();
  await expect(page).toHaveURL('/activate');
});

test('while the scripts are on their way, no other page is shown', async ({ page, app }) => {
  await page.route('**/assets/*.js', async (route) => route.abort());
  for (const path of ['/#activate/MQ/abc-def', '/#!/Activate/MQ/abc-def', '//activate/MQ/abc-def', '/%23/activate/MQ/abc-def', '/login#/password/reset/confirm/MQ/abc-def']) {
    await page.goto('about:blank');
    await page.goto(app.url + path, { waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-frame', 'neutral');
  }
});
