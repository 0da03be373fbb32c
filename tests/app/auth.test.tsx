import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { createAdmin, signUp, unique } from '../support/factories.ts';
import { oneTimeLink } from '../support/backend.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const person = () => ({ ...unique('new'), firstName: 'Grace', lastName: 'Okafor' });

describe('log in', () => {
  test('a visitor of a private page logs in and gets there', async () => {
    const admin = await createAdmin(await testBackend());
    const { user, address } = await renderAt('/profile', { as: null });
    await heading('Log in');
    expect(address()).toBe('/login?next=%2Fprofile');
    await user.type(screen.getByLabelText('Email'), admin.email);
    await user.type(screen.getByLabelText('Password'), `${admin.password}{Enter}`);
    await heading('Your profile');
    expect(address()).toBe('/profile');
  });

  test('a wrong password is told in the server’s words, the values stay, and the summary has the focus', async () => {
    const admin = await createAdmin(await testBackend());
    const { user } = await renderAt('/login', { as: null });
    await user.type(await screen.findByLabelText('Email'), admin.email);
    await user.type(screen.getByLabelText('Password'), 'not the password');
    await user.click(screen.getByRole('button', { name: 'Log in' }));
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent('There is a problem');
    expect(summary).toHaveTextContent('No active account found with the given credentials');
    expect(summary).toHaveFocus();
    expect(screen.getByLabelText('Email')).toHaveValue(admin.email);
    expect(screen.getByLabelText('Password')).toHaveValue('not the password');
    expect(document.title).toMatch(/^Error: Log in/);
  });

  test('empty fields are told at the field and in the summary, whose links lead there', async () => {
    const { user, backend } = await renderAt('/login', { as: null });
    await user.click(await screen.findByRole('button', { name: 'Log in' }));
    await user.click(await screen.findByRole('link', { name: 'Enter your password' }));
    expect(screen.getByLabelText('Password')).toHaveFocus();
    expect(screen.getByLabelText('Email')).toHaveAccessibleDescription('Enter your email');
    expect(screen.getByLabelText('Email')).toBeInvalid();
    expect(backend.requests).toEqual([]);
  });

  test('an error goes when it is mended, and none appears while typing', async () => {
    const { user } = await renderAt('/login', { as: null });
    const email = await screen.findByLabelText('Email');
    await user.type(email, 'grace');
    expect(email).not.toHaveAttribute('aria-invalid');
    await user.tab();
    await waitFor(() => expect(email).toHaveAttribute('aria-invalid', 'true'));
    await user.type(email, '@example.com');
    await waitFor(() => expect(email).not.toHaveAttribute('aria-invalid'));
  });

  test('the domain is sent in lower case, as the server keeps it', async () => {
    const admin = await createAdmin(await testBackend());
    const { user } = await renderAt('/login', { as: null });
    await user.type(await screen.findByLabelText('Email'), ` ${admin.email.replace('example.com', 'EXAMPLE.com')} `);
    await user.type(screen.getByLabelText('Password'), `${admin.password}{Enter}`);
    await heading('Overview');
  });

  describe('with another spelling of the address', () => {
    async function logIn(stored: string, typed: string) {
      const backend = await testBackend();
      const { password } = await createAdmin(backend.server.backend, { email: stored });
      const { user } = await renderAt('/login', { as: null });
      await user.type(await screen.findByLabelText('Email'), typed);
      await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
      await heading('Overview');
      return backend.requests.filter((request) => request.includes('/jwt/create/')).length;
    }

    test.each([
      ['anna.mueller@example.com', 'Anna.Mueller@Example.com', 2],
      ['Anna.Mueller@example.com', 'Anna.Mueller@example.com', 1],
      ['anna@xn--mnchen-3ya.de', 'anna@MÜNCHEN.de', 1],
      ['anna@xn--mnchen-3ya.de', 'Anna@mu\u0308nchen.de', 2],
      ['anna@münchen.de', 'anna@münchen.de', 2],
      ['anna@münchen.de', 'anna@xn--mnchen-3ya.de', 2],
      ['anna@example.com', '\u202aanna\u200b@example.com\u202c', 1],
    ])('%s logs in as %s, in %i tries', async (stored, typed, tries) => {
      expect(await logIn(stored, typed)).toBe(tries);
    });

    test.each([['anna@example.com', 1], ['Anna@example.com', 2]])('a wrong password for %s is tried %i times', async (typed, tries) => {
      const { user, backend } = await renderAt('/login', { as: null });
      await user.type(await screen.findByLabelText('Email'), typed);
      await user.type(screen.getByLabelText('Password'), 'not the password{Enter}');
      expect(await screen.findByRole('alert')).toHaveTextContent('No active account found with the given credentials');
      expect(backend.requests).toHaveLength(tries);
    });

    test('a refusal of another kind ends the tries', async () => {
      network.use(http.post('*/api/auth/jwt/create/', () => HttpResponse.json({ detail: 'Request was throttled.' }, { status: 429 }), { once: true }));
      const { user, backend } = await renderAt('/login', { as: null });
      await user.type(await screen.findByLabelText('Email'), 'Anna@example.com');
      await user.type(screen.getByLabelText('Password'), 'Blue-Harbor-42{Enter}');
      expect(await screen.findByRole('alert')).toHaveTextContent('There is a problem');
      expect(backend.requests).toEqual([]);
    });

    test('who logs out meanwhile stays logged out', async () => {
      const backend = await testBackend();
      const { email, password } = await createAdmin(backend.server.backend, { email: 'anna@example.com' });
      const { parts } = await renderAt('/login', { as: null });
      await heading('Log in');
      const { session } = await import('../../src/session/client.ts');
      network.use(http.post('*/api/auth/jwt/create/', () => {
        session.logOut();
        return HttpResponse.json({ detail: 'No active account found with the given credentials' }, { status: 401 });
      }, { once: true }));
      await expect(session.logIn({ email: 'Anna@example.com', otherEmails: [email], password })).rejects.toMatchObject({ kind: 'session-ended' });
      expect(session.getState().status).toBe('anonymous');
      expect(parts.router.state.location.pathname).toBe('/login');
    });
  });

  test('who is logged in goes on from log-in and sign-up', async () => {
    const { address } = await renderAt('/login?next=%2Fprofile', { as: 'admin' });
    await heading('Your profile');
    expect(address()).toBe('/profile');
  });

  test('a next that leads elsewhere leads home', async () => {
    const { address } = await renderAt('/login?next=%2F%2Fevil.example', { as: 'admin' });
    await heading('Overview');
    expect(address()).toBe('/');
  });

  test('after another public page it leads in just as well', async () => {
    const admin = await createAdmin(await testBackend());
    const { user } = await renderAt('/signup', { as: null });
    await heading('Create your account');
    await user.click(screen.getByRole('link', { name: 'Log in' }));
    await heading('Log in');
    await user.type(screen.getByLabelText('Email'), admin.email);
    await user.type(screen.getByLabelText('Password'), `${admin.password}{Enter}`);
    await heading('Overview');
  });

  test('a double click sends one request', async () => {
    const admin = await createAdmin(await testBackend());
    const { user, backend } = await renderAt('/login', { as: null });
    await user.type(await screen.findByLabelText('Email'), admin.email);
    await user.type(screen.getByLabelText('Password'), admin.password);
    await user.dblClick(screen.getByRole('button', { name: 'Log in' }));
    await heading('Overview');
    expect(backend.requests.filter((request) => request.includes('/jwt/create/'))).toHaveLength(1);
  });
});

describe('sign up', () => {
  test('leads to the page that names the address, and a reload keeps it', async () => {
    const { user, address } = await renderAt('/signup', { as: null });
    const { email, password } = unique('new');
    await user.type(await screen.findByLabelText('Email'), email);
    await user.type(screen.getByLabelText('First name'), 'Grace');
    await user.type(screen.getByLabelText('Last name'), 'Okafor');
    await user.type(screen.getByLabelText('Password'), password);
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    await heading('Check your email');
    expect(address()).toBe('/signup/check-email');
    expect(screen.getByText(email)).toBeVisible();
    expect(window.history.state).toMatchObject({ usr: { email } });
  });

  test('the server’s refusals stand at their fields and the values stay', async () => {
    const taken = await createAdmin(await testBackend());
    const { user } = await renderAt('/signup', { as: null });
    await user.type(await screen.findByLabelText('Email'), taken.email);
    await user.type(screen.getByLabelText('First name'), 'Grace');
    await user.type(screen.getByLabelText('Last name'), 'Okafor');
    await user.type(screen.getByLabelText('Password'), '12345');
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    await waitFor(() => expect(screen.getByLabelText('Email')).toHaveAccessibleDescription('user with this email address already exists.'));
    expect(screen.getByLabelText('First name')).toHaveValue('Grace');
    await user.clear(screen.getByLabelText('Email'));
    await user.type(screen.getByLabelText('Email'), unique('new').email);
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    await waitFor(() => expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/This password is too short/));
  });

  test('a bare list of refusals stands in the summary', async () => {
    const { email, password } = unique('new');
    // Two sign-ups of one address at the same instant: only the database sees it, and djoser returns a list.
    network.use(http.post('*/api/auth/users/', () => HttpResponse.json(['Unable to create account.'], { status: 400 })));
    const { user } = await renderAt('/signup', { as: null });
    await user.type(await screen.findByLabelText('Email'), email);
    await user.type(screen.getByLabelText('First name'), 'Grace');
    await user.type(screen.getByLabelText('Last name'), 'Okafor');
    await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
    expect(await screen.findByRole('alert')).toHaveTextContent('Unable to create account.');
  });
});

describe('activation', () => {
  async function mailedLink() {
    const backend = await testBackend();
    const { email, password, firstName, lastName } = person();
    await signUp(backend, { email, password, firstName, lastName });
    return new URL(oneTimeLink(await backend.mailTo(email), 'activate').href).pathname;
  }

  test('nothing is sent before the click, one request with it; the second time it is active already', async () => {
    const link = await mailedLink();
    const { user, backend, address } = await renderAt(link, { as: null });
    await heading('Activate your account');
    expect(address()).toBe('/activate');
    expect(backend.requests).toEqual([]);
    await user.dblClick(screen.getByRole('button', { name: 'Activate my account' }));
    expect(await screen.findByText('Your account is active')).toBeVisible();
    expect(backend.requests).toEqual(['POST /api/auth/users/activation/']);
    expect(screen.getByRole('link', { name: 'Log in' })).toBeVisible();

    const again = await renderAt(link, { as: null });
    await again.user.click((await screen.findAllByRole('button', { name: 'Activate my account' })).at(-1) ?? document.body);
    expect(await screen.findByText('This account is already active')).toBeVisible();
  });

  test('djoser’s own hash form of the link lands on the same page', async () => {
    const { user, address } = await renderAt(`/#${await mailedLink()}`, { as: null });
    await heading('Activate your account');
    expect(address()).toBe('/activate');
    await user.click(screen.getByRole('button', { name: 'Activate my account' }));
    expect(await screen.findByText('Your account is active')).toBeVisible();
  });

  test('a dead link says so and offers both ways on', async () => {
    const { user } = await renderAt('/activate/MQ/abc-123', { as: null });
    await user.click(await screen.findByRole('button', { name: 'Activate my account' }));
    expect(await screen.findByText('This link is not valid or has expired')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Log in' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Create an account' })).toBeVisible();
  });

  test('says who is logged in, and renders all the same', async () => {
    const link = await mailedLink();
    const { account } = await renderAt(link, { as: 'admin' });
    expect(await screen.findByText(account?.email ?? '')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Activate my account' })).toBeVisible();
  });
});

describe('reset of a forgotten password', () => {
  test('says the same for an unknown address, and sets a new password by the mailed link', async () => {
    const backend = await testBackend();
    const admin = await createAdmin(backend);
    const { user } = await renderAt('/password/reset', { as: null });
    await user.type(await screen.findByLabelText('Email'), 'nobody@example.com');
    await user.click(screen.getByRole('button', { name: 'Send reset link' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('If nobody@example.com has an active account, a link is on its way');
    await user.clear(screen.getByLabelText('Email'));
    await user.type(screen.getByLabelText('Email'), `${admin.email}{Enter}`);
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(`If ${admin.email} has an active account, a link is on its way`));

    const link = new URL(oneTimeLink(await backend.mailTo(admin.email), 'password/reset/confirm').href).pathname;
    const confirm = await renderAt(link, { as: null });
    await heading('Choose a new password');
    expect(confirm.address()).toBe('/password/reset/confirm');
    const fields = await screen.findAllByLabelText('New password');
    await confirm.user.type(fields.at(-1) ?? document.body, 'Quiet-River-77');
    await confirm.user.click(screen.getByRole('button', { name: 'Set new password' }));
    await heading('Log in');
    expect(await screen.findByText('Password changed. Log in with your new password.')).toBeVisible();
    expect(confirm.address()).toBe('/login');
  });

  test.each([
    ['anna.mueller@example.com', 'Anna.Mueller@example.com', 'Anna.Mueller@example.com'],
    ['anna@xn--mnchen-3ya.de', 'anna@münchen.de', 'anna@münchen.de'],
    ['anna@münchen.de', 'anna@xn--mnchen-3ya.de', 'anna@münchen.de'],
  ])('%s gets the link when %s is typed', async (stored, typed, shown) => {
    const backend = await testBackend();
    await createAdmin(backend.server.backend, { email: stored });
    const before = backend.server.mail.sent.length;
    const { user } = await renderAt('/password/reset', { as: null });
    await user.type(await screen.findByLabelText('Email'), `${typed}{Enter}`);
    expect(await screen.findByRole('alert')).toHaveTextContent(`If ${shown} has an active account, a link is on its way`);
    expect(backend.server.mail.sent.slice(before).map(({ to }) => to)).toEqual([stored]);
  });

  test('a dead link says so, with a way to a new one', async () => {
    const { user } = await renderAt('/password/reset/confirm/MQ/abc-123', { as: null });
    await user.type(await screen.findByLabelText('New password'), 'Quiet-River-77{Enter}');
    expect(await screen.findByText('This link is not valid or has expired')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Ask for a new link' }));
    await heading('Reset your password');
  });
});

test('an unknown address says so, signed in or out', async () => {
  await renderAt('/nowhere', { as: null });
  await heading('Page not found');
  expect(screen.queryByRole('navigation', { name: 'Main' })).not.toBeInTheDocument();
});
