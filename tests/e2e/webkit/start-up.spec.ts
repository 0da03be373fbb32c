import { createAdmin } from '../../support/factories.ts';
import { expect, test } from '../../support/webkit-test.ts';

// What is done to a page before its scripts are there must not wait for them.
test.use({ pageLoadStrategy: 'none' });

test('what is typed and sent before the scripts are there logs in once they are', async ({ webkit, app, wire }) => {
  const admin = await createAdmin(app);
  wire.add({ on: '/assets/', as: 'hold' });
  await webkit.goto('/login');
  await webkit.fill('Email', admin.email);
  await webkit.fill('Password', admin.password);
  await webkit.press('Enter');
  expect(await webkit.isFrame()).toBe(true);
  expect(await webkit.path()).toBe('/login');
  wire.clear();
  await webkit.heading('Overview');
});

test('scripts that do not arrive are told of, with a way on', async ({ webkit, wire }) => {
  wire.add({ on: '/assets/', as: 'answer', status: 503 });
  await webkit.goto('/login');
  await webkit.text('The app could not be loaded');
  wire.clear();
  await webkit.click('button', 'Reload');
  await webkit.ready();
  await webkit.click('button', 'Log in');
  await webkit.role('alert');
});
