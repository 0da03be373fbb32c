import { screen, waitFor } from '@testing-library/react';
import { sql } from 'kysely';
import { http, HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';
import { createAdmin, createDepartment, createMember } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

const busy = () => HttpResponse.json({ detail: 'The service is busy. Please try again in a moment.' }, { status: 503, headers: { 'Retry-After': '1' } });

/** Makes reads of a path fail until the returned function is called. */
function makeBusy(path: string): () => void {
  let isBusy = true;
  network.use(http.get(path, () => (isBusy ? busy() : undefined)));
  return () => {
    isBusy = false;
  };
}

test('a list of a busy service says so, and shows its rows by itself as soon as it can', async () => {
  const admin = await createAdmin(await testBackend());
  await createMember(admin, { firstName: 'Mei', lastName: 'Abe' });
  const recover = makeBusy('*/api/myTeams/');
  await renderAt('/teams', { as: admin });
  expect(await screen.findByText('The service is busy. Try again in 1 second.')).toBeVisible();
  recover();
  expect(await screen.findByRole('rowheader', { name: 'Mei Abe' }, { timeout: 10_000 })).toBeVisible();
  expect(screen.queryByText(/The service is busy/)).toBeNull();
});

test('a page that a busy service could not load says so, and comes by itself as soon as it can', async () => {
  const admin = await createAdmin(await testBackend());
  const recover = makeBusy('*/api/auth/users/me/');
  // The router reports what it caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await renderAt('/profile', { as: admin });
  expect(await screen.findByRole('heading', { name: 'The service is busy' }, { timeout: 10_000 })).toBeVisible();
  expect(screen.getByText('The service is busy. Try again in 1 second.')).toBeVisible();
  recover();
  expect(await screen.findByLabelText('First name', undefined, { timeout: 10_000 })).toHaveValue(admin.firstName);
});

test('rows that a busy service cannot refresh stay, with a message, until it can', async () => {
  const admin = await createAdmin(await testBackend());
  await createDepartment(admin, 'Sales');
  const { user } = await renderAt('/departments', { as: admin });
  await screen.findByRole('rowheader', { name: 'Sales' });
  const recover = makeBusy('*/api/departments/');
  await user.click(screen.getByRole('link', { name: 'Add department' }));
  await user.type(await screen.findByLabelText('Name'), 'Legal');
  await user.click(screen.getByRole('button', { name: 'Add department' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('The service is busy.'), { timeout: 20_000 });
  expect(screen.getByRole('rowheader', { name: 'Sales' })).toBeVisible();
  recover();
  expect(await screen.findByRole('rowheader', { name: 'Legal' }, { timeout: 10_000 })).toBeVisible();
});

test('a form keeps what was typed while the service cannot store it, and saves it afterwards', async () => {
  const backend = await testBackend({ onError: () => undefined });
  const admin = await createAdmin(backend);
  const { user } = await renderAt('/departments', { as: admin });
  await user.click(await screen.findByRole('link', { name: 'Add department' }));
  await user.type(await screen.findByLabelText('Name'), 'Sales');
  await sql`pragma query_only = 1`.execute(backend.server.db);
  await user.click(screen.getByRole('button', { name: 'Add department' }));
  expect(await screen.findByText('The service is busy. Try again in 5 seconds.')).toBeVisible();
  expect(screen.getByLabelText('Name')).toHaveValue('Sales');
  await sql`pragma query_only = 0`.execute(backend.server.db);
  await user.click(screen.getByRole('button', { name: 'Add department' }));
  expect(await screen.findByRole('rowheader', { name: 'Sales' })).toBeVisible();
});

test('the search box takes as much as the server does', async () => {
  const { user } = await renderAt('/departments', { as: 'admin' });
  const box = await screen.findByRole('searchbox');
  await user.click(box);
  await user.paste('x'.repeat(250));
  expect(box).toHaveValue('x'.repeat(200));
  expect(await screen.findByText(/No departments match|Nothing matches|No matches/i)).toBeVisible();
});
