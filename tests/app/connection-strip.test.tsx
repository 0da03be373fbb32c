import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, expect, test, vi } from 'vitest';
import { createAdmin } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('after eight hours of sleep with the API down, no countdown shows the time slept', async () => {
  const admin = await createAdmin(await testBackend({ settings: { accessTtl: 1 } }));
  const { user } = await renderAt('/profile', { as: admin });
  await screen.findByRole('heading', { level: 1, name: 'Your profile' });
  const shown = new Set<number>();
  const watch = new MutationObserver(() => {
    const [, seconds] = /Trying again in (\d+) s/.exec(document.body.textContent) ?? [];
    if (seconds !== undefined) shown.add(Number(seconds));
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  network.use(http.all('*/api/*', () => HttpResponse.error()));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * 3_600_000 });
  await new Promise((resolve) => setTimeout(resolve, 1100)); // until the access token has expired
  await user.click(screen.getByRole('link', { name: 'Team members' }));
  await waitFor(() => expect(shown.size).toBeGreaterThan(0));
  watch.disconnect();
  expect(Math.max(...shown)).toBeLessThanOrEqual(60);
});
