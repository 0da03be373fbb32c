import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createAdmin, unique } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { testBackend } from '../support/test-backend.ts';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

/** Fills a field as password managers do: the value changes, and no event says so. */
async function fillSilently(label: string, value: string): Promise<HTMLElement> {
  const field = await screen.findByLabelText(label);
  // React overrides `value` on each of its inputs; a manager's script sees the prototype's.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  return field;
}

/** Fills a field by a script of the page: React does not pass the event on. */
async function fillByScript(label: string, value: string): Promise<HTMLElement> {
  const field = await screen.findByLabelText<HTMLInputElement>(label);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return field;
}

test.each([['without an event', fillSilently], ['by a script', fillByScript]])('what a password manager fills in %s logs in', async (_how, fill) => {
  const admin = await createAdmin(await testBackend());
  const { user } = await renderAt('/login', { as: null });
  await fill('Email', admin.email);
  await fill('Password', admin.password);
  await user.click(screen.getByRole('button', { name: 'Log in' }));
  await heading('Overview');
});

test('it also corrects what was refused as empty', async () => {
  const admin = await createAdmin(await testBackend());
  const { user } = await renderAt('/login', { as: null });
  await user.click(await screen.findByRole('button', { name: 'Log in' }));
  await screen.findByRole('alert');
  await fillSilently('Email', admin.email);
  await user.type(await fillSilently('Password', admin.password), '{Enter}');
  await heading('Overview');
});

test('a sign-up filled in from an identity is sent', async () => {
  const { email, password } = unique('new');
  const { user } = await renderAt('/signup', { as: null });
  await fillSilently('Email', email);
  await fillSilently('First name', 'Grace');
  await fillSilently('Last name', 'Okafor');
  await user.type(await fillSilently('Password', password), '{Enter}');
  await heading('Check your email');
  expect(screen.getByText(email)).toBeVisible();
});

test('a generated password is the new one', async () => {
  const { user, account, backend } = await renderAt('/profile/password', { as: 'admin' });
  await fillSilently('Current password', account?.password ?? '');
  await user.type(await fillSilently('New password', 'quiet-harbour-41-lamp'), '{Enter}');
  await heading('Your profile');
  await waitFor(() => expect(backend.requests).toContain('POST /api/auth/users/set_password/'));
});

test('a profile filled in without an event is saved', async () => {
  const { user } = await renderAt('/profile', { as: 'admin' });
  await user.type(await fillSilently('First name', 'Augusta'), '{Enter}');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Profile saved'));
  expect(screen.getByLabelText('First name')).toHaveValue('Augusta');
});
