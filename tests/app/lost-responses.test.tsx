import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { oneTimeLink } from '../support/backend.ts';
import { createAdmin, createDepartment, logIn, unique } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

/* The server does what a form asks, and its response is lost: the next attempt must not end in a false refusal. */

/** Lets the next request through to the real server, and loses its response. */
async function loseNext(path: string) {
  const { server } = await testBackend();
  network.use(
    http.post(
      path,
      async ({ request }) => {
        await server.fetch(request);
        return HttpResponse.error();
      },
      { once: true },
    ),
  );
}

const press = (user: UserEvent, name: string) => user.click(screen.getByRole('button', { name }));
const unreachable = async () => expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached.');

async function addMember(user: UserEvent, email: string) {
  await user.type(await screen.findByLabelText('Email'), email);
  await user.type(screen.getByLabelText('First name'), 'Mei');
  await user.type(screen.getByLabelText('Last name'), 'Tanaka');
  await user.click(await screen.findByRole('combobox', { name: 'Department' }));
  await user.click(await screen.findByRole('option', { name: 'Sales' }));
  await press(user, 'Generate password');
  await loseNext('*/api/myTeams/');
  await press(user, 'Add member');
  await unreachable();
}

test('a member who was added is handed over, with the password that was sent and the names as they are now', async () => {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  await createDepartment(admin, 'Sales');
  const { email } = unique('mei');
  const { user } = await renderAt('/teams/new', { as: admin });
  await addMember(user, email);
  const sent = screen.getByLabelText('Password');
  const password = sent instanceof HTMLInputElement ? sent.value : '';
  await press(user, 'Generate password');
  await user.type(screen.getByLabelText('First name'), 'ko');
  await press(user, 'Add member');
  const dialog = await screen.findByRole('dialog', { name: 'Log-in details of Meiko Tanaka' });
  expect(within(dialog).getByText(password)).toBeVisible();
  expect(await logIn(backend, { email, password })).toHaveProperty('access');
  await press(user, 'Done');
  expect(await screen.findAllByRole('rowheader')).toHaveLength(1);
});

test('a member who was not added, or has another address by now, is sent', async () => {
  const admin = await createAdmin(await testBackend());
  await createDepartment(admin, 'Sales');
  const { user } = await renderAt('/teams/new', { as: admin });
  await addMember(user, unique('mei').email);
  await user.clear(screen.getByLabelText('Email'));
  await user.type(screen.getByLabelText('Email'), unique('other').email);
  await press(user, 'Add member');
  expect(await screen.findByRole('dialog', { name: 'Log-in details of Mei Tanaka' })).toBeVisible();
  await press(user, 'Done');
  await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(2));
});

test('an address that somebody else had before stays refused', async () => {
  const backend = await testBackend();
  const [admin, other] = [await createAdmin(backend), await createAdmin(backend)];
  await createDepartment(admin, 'Sales');
  const { user } = await renderAt('/teams/new', { as: admin });
  await addMember(user, other.email);
  await press(user, 'Add member');
  await waitFor(() => expect(screen.getByLabelText('Email')).toHaveAccessibleDescription('user with this email address already exists.'));
});

test('a department that was added, in its dialog', async () => {
  const { user } = await renderAt('/departments/new', { as: 'admin' });
  await user.type(await screen.findByLabelText('Name'), 'Sales');
  await loseNext('*/api/departments/');
  await press(user, 'Add department');
  await unreachable();
  await press(user, 'Add department');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Department “Sales” was added.'));
  expect(await screen.findAllByRole('rowheader')).toHaveLength(1);
});

test('a password that was changed', async () => {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  const { user } = await renderAt('/profile/password', { as: admin });
  await user.type(await screen.findByLabelText('Current password'), admin.password);
  await user.type(screen.getByLabelText('New password'), 'Green-Harbor-43');
  await loseNext('*/api/auth/users/set_password/');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Change password' })).not.toHaveAttribute('aria-disabled'));
  await press(user, 'Change password');
  await unreachable();
  await press(user, 'Change password');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Password changed'));
});

test('an account that was created: nobody can look it up, so the form says where to look', async () => {
  const backend = await testBackend();
  const { email, password } = unique('new');
  const { user } = await renderAt('/signup', { as: null });
  await user.type(await screen.findByLabelText('Email'), email);
  await user.type(screen.getByLabelText('First name'), 'Grace');
  await user.type(screen.getByLabelText('Last name'), 'Okafor');
  await user.type(screen.getByLabelText('Password'), password);
  await loseNext('*/api/auth/users/');
  await press(user, 'Create account');
  await unreachable();
  await press(user, 'Create account');
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Your account was probably created by the attempt before. Look for the activation link in your mailbox.'));
  expect(oneTimeLink(await backend.mailTo(email), 'activate').uid).not.toBe('');
});

test('a password that was set by link: the dead link does not hide it', async () => {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  await backend.send('/api/auth/users/reset_password/', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email: admin.email }) });
  const { uid, token } = oneTimeLink(await backend.mailTo(admin.email), 'password/reset/confirm');
  const { user } = await renderAt(`/password/reset/confirm/${uid}/${token}`, { as: null });
  await user.type(await screen.findByLabelText('New password'), 'Green-Harbor-43');
  await loseNext('*/api/auth/users/reset_password_confirm/');
  await press(user, 'Set new password');
  await unreachable();
  await press(user, 'Set new password');
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Your new password was probably set by the attempt before.'));
});
