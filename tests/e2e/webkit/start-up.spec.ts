import { createAdmin, createMember } from '../../support/factories.ts';
import { expect, logInBy, test } from '../../support/webkit-test.ts';

test.describe('before the scripts are there', () => {
  // What is done to the page then must not wait for them.
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
    // Preloads fail first: they are not what the page starts with.
    wire.add({ on: '/assets/index-', as: 'answer', status: 503, ms: 500 });
    await webkit.goto('/login');
    await webkit.text('The app could not be loaded');
    wire.clear();
    await webkit.click('button', 'Reload');
    await webkit.ready();
    await webkit.click('button', 'Log in');
    await webkit.role('alert');
  });
});

test('a page that is left before all of it has loaded does not come back', async ({ webkit, app, wire }) => {
  const admin = await createAdmin(app);
  await createMember(admin); // the overview of a company without members has no growth
  wire.add({ on: '/assets/growth-', as: 'hold' });
  await logInBy(webkit, admin);
  await webkit.until('the request', async () => wire.seen.some(({ line }) => line.includes('/assets/growth-')));
  await webkit.goto('/departments');
  await webkit.role('rowheader');
  expect(await webkit.path()).toBe('/departments');
  expect(wire.seen.filter(({ line }) => line.startsWith('GET / '))).toEqual([]);
});
