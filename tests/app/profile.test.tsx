import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { logIn } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';

afterEach(() => {
  vi.useRealTimers();
});

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const status = () => screen.getByRole('status');

describe('profile', () => {
  test('saves what changed, shows the server’s answer, and says so', async () => {
    const { user, backend } = await renderAt('/profile', { as: 'admin' });
    const first = await screen.findByLabelText('First name');
    await user.clear(first);
    await user.type(first, '  Augusta ');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(status()).toHaveTextContent('Profile saved'));
    expect(first).toHaveValue('Augusta');
    expect(backend.requests.filter((request) => request.startsWith('PATCH'))).toHaveLength(1);
  });

  test('an impatient second press, and a held Enter, neither send again nor replace the success', async () => {
    const { user, backend } = await renderAt('/profile', { as: 'admin' });
    const first = await screen.findByLabelText('First name');
    await user.type(first, 'x');
    vi.useFakeTimers({ toFake: ['performance'] }); // the second press follows at once, however slow this machine is
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(status()).toHaveTextContent('Profile saved'));
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await user.type(first, '{Enter}');
    expect(status()).toHaveTextContent('Profile saved');
    expect(fireEvent.keyDown(first, { key: 'Enter', repeat: true })).toBe(false);
    await user.type(first, 'y{Enter}');
    await waitFor(() => expect(backend.requests.filter((request) => request.startsWith('PATCH'))).toHaveLength(2));
    vi.advanceTimersByTime(1000);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save changes' })).not.toHaveAttribute('aria-disabled'));
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(status()).toHaveTextContent('Nothing to save'));
  });

  test('sends nothing when nothing changed: each PATCH makes the server mail a link', async () => {
    const { user, backend } = await renderAt('/profile', { as: 'admin' });
    await user.type(await screen.findByLabelText('First name'), ' ');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(status()).toHaveTextContent('Nothing to save'));
    expect(backend.requests.some((request) => request.startsWith('PATCH'))).toBe(false);
  });

  test('email and role are read-only, with the reason', async () => {
    const { account } = await renderAt('/profile', { as: 'admin' });
    const email = await screen.findByLabelText('Email');
    expect(email).toHaveValue(account?.email);
    expect(email).toHaveAttribute('readonly');
    expect(email).toHaveAccessibleDescription(/cannot be changed/);
    expect(screen.getByLabelText('Role')).toHaveAttribute('readonly');
  });

  test('a blank name is refused before it is sent, and the name stays what it was', async () => {
    const { user, backend } = await renderAt('/profile', { as: 'admin' });
    await user.clear(await screen.findByLabelText('Last name'));
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByRole('link', { name: 'Enter your last name' })).toBeVisible();
    expect(backend.requests.some((request) => request.startsWith('PATCH'))).toBe(false);
  });

  test('leaving with unsaved changes asks; keeping goes on, discarding leaves', async () => {
    const { user, address } = await renderAt('/profile', { as: 'admin' });
    await user.type(await screen.findByLabelText('First name'), 'x');
    await user.click(screen.getByRole('link', { name: 'Overview' }));
    let dialog = await screen.findByRole('alertdialog', { name: 'Discard changes?' });
    await user.click(within(dialog).getByRole('button', { name: 'Keep editing' }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(address()).toBe('/profile');
    expect(screen.getByLabelText('First name')).toHaveValue('Adax');

    await user.click(screen.getByRole('link', { name: 'Overview' }));
    dialog = await screen.findByRole('alertdialog', { name: 'Discard changes?' });
    await user.click(within(dialog).getByRole('button', { name: 'Discard' }));
    await heading('Overview');
    expect(address()).toBe('/');
  });
});

describe('change of password', () => {
  test('keeps the admin logged in, and the new password counts', async () => {
    const { user, account, backend, address } = await renderAt('/profile/password', { as: 'admin' });
    if (!account) throw new Error('nobody is logged in');
    await user.type(await screen.findByLabelText('Current password'), account.password);
    await user.type(screen.getByLabelText('New password'), 'Quiet-River-77');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    await heading('Your profile');
    await waitFor(() => expect(status()).toHaveTextContent('Password changed'));
    expect(address()).toBe('/profile');
    await expect(logIn(backend, { email: account.email, password: 'Quiet-River-77' })).resolves.toHaveProperty('access');
  });

  test('refusals stand at their fields', async () => {
    const { user, account } = await renderAt('/profile/password', { as: 'admin' });
    await user.type(await screen.findByLabelText('Current password'), 'wrong');
    await user.type(screen.getByLabelText('New password'), 'Quiet-River-77');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    await waitFor(() => expect(screen.getByLabelText('Current password')).toHaveAccessibleDescription('Invalid password.'));
    await user.clear(screen.getByLabelText('Current password'));
    await user.type(screen.getByLabelText('Current password'), account?.password ?? '');
    await user.clear(screen.getByLabelText('New password'));
    await user.type(screen.getByLabelText('New password'), '12345678{Enter}');
    await waitFor(() => expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(/This password is too common. This password is entirely numeric./));
    expect(screen.getByLabelText('Current password')).not.toHaveAttribute('aria-invalid');
  });

  test('password managers’ address for it leads here', async () => {
    const { address } = await renderAt('/.well-known/change-password', { as: 'admin' });
    await heading('Change password');
    expect(address()).toBe('/profile/password');
  });
});

describe('a team member', () => {
  test('gets the own account, and elsewhere a page that says for whom it is, with a way out', async () => {
    const { user, address } = await renderAt('/teams', { as: 'member' });
    await heading('For company admins');
    expect(screen.queryByRole('link', { name: 'Departments' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Profile' }));
    await heading('Your profile');
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Log out' }));
    await heading('Log in');
    expect(address()).toBe('/login');
  });
});

test('reaching another page focuses its heading, says it, and names the document; the first load moves nothing', async () => {
  const { user } = await renderAt('/profile', { as: 'admin' });
  await heading('Your profile');
  expect(document.body).toHaveFocus();
  expect(document.title).toMatch(/^Your profile/);
  await user.click(screen.getByRole('link', { name: 'Overview' }));
  expect(await heading('Overview')).toHaveFocus();
  expect(screen.getByRole('log')).toHaveTextContent('Overview');
  expect(document.title).toMatch(/^Overview/);
});

test('the skip link focuses the main part', async () => {
  const { user } = await renderAt('/profile', { as: 'admin' });
  await heading('Your profile');
  await user.tab();
  expect(screen.getByRole('link', { name: 'Skip to main content' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
});
