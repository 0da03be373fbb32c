import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { createAdmin, createMember } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

async function listOfOne() {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  await createMember(admin, { firstName: 'Mei', lastName: 'Tanaka', email: 'mei@example.com' });
  const visit = await renderAt('/teams', { as: admin });
  await visit.user.click(await screen.findByRole('button', { name: 'Actions for Mei Tanaka' }));
  await visit.user.click(await screen.findByRole('menuitem', { name: 'Send password reset' }));
  return { ...visit, dialog: await screen.findByRole('alertdialog', { name: 'Send Mei Tanaka a password reset?' }) };
}

test('a reset link is mailed to a member, in words that promise no more than the server tells', async () => {
  const { user, dialog, backend } = await listOfOne();
  expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await user.dblClick(within(dialog).getByRole('button', { name: 'Send reset link' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('If mei@example.com has an active account, a link is on its way'));
  expect(dialog).not.toBeInTheDocument();
  expect(backend.requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
  expect(backend.server.mail.to('mei@example.com').path).toMatch(/password\/reset\/confirm/);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Actions for Mei Tanaka' })).toHaveFocus());
});

test('a refusal is shown in the dialog', async () => {
  const { user, dialog } = await listOfOne();
  network.use(
    http.post('*/api/auth/users/reset_password/', () =>
      HttpResponse.json({ detail: 'Request was throttled. Expected available in 59 seconds.' }, { status: 429, headers: { 'Retry-After': '59' } }),
    ),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Send reset link' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Too many attempts. Try again in 59 seconds.');
});
