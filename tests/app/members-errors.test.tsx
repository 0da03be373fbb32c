import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, test, vi } from 'vitest';
import { createAdmin, createDepartment, createMember, createMemberAccount } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

const html = () => new HttpResponse('<!doctype html><h1>Server Error (500)</h1>', { status: 500, headers: { 'Content-Type': 'text/html' } });
const throttled = () => HttpResponse.json({ detail: 'Request was throttled. Expected available in 59 seconds.' }, { status: 429, headers: { 'Retry-After': '59' } });

const failures = [
  ['403', () => HttpResponse.json({ detail: 'You do not have permission to perform this action.' }, { status: 403 }), 'You do not have permission to perform this action.'],
  ['404 as HTML', () => new HttpResponse('<h1>Not Found</h1>', { status: 404, headers: { 'Content-Type': 'text/html' } }), 'The service could not be reached properly. Try again in a moment.'],
  ['413', () => new HttpResponse(null, { status: 413 }), 'This is too large to send. Shorten it and try again.'],
  ['429', throttled, 'Too many attempts. Try again in 59 seconds.'],
  ['500 as HTML', html, 'The server had a problem. Try again in a moment.'],
  ['offline', () => HttpResponse.error(), 'The server cannot be reached. Check your connection and try again.'],
] as const;

describe('a list that cannot be loaded', () => {
  test.each(failures)('says what to do at a %s, and Retry works', async (_kind, answer, words) => {
    const admin = await createAdmin(await testBackend());
    await createMember(admin, { firstName: 'Mei', lastName: 'Abe' });
    let broken = true;
    network.use(http.get('*/api/myTeams/', () => (broken ? answer() : undefined)));
    const { user } = await renderAt('/teams', { as: admin });
    const alert = await screen.findByText(words);
    expect(screen.getByRole('heading', { name: 'The team members could not be loaded' })).toBeVisible();
    expect(alert).toBeVisible();
    expect(screen.queryByText(/<h1>|No team members/)).toBeNull();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('rowheader', { name: 'Mei Abe' })).toBeVisible();
  });

  test('names the field that breaks the contract in the console, and stays plain on screen', async () => {
    const row = { id: 1, email: 'm@example.com', first_name: 'Mei', last_name: 'Abe', role: 'Employee', company: 1, department: 1, created_at: 'yesterday', updated_at: '2026-11-23T19:11:51Z', added_by: 1 };
    network.use(http.get('*/api/myTeams/', () => HttpResponse.json({ count: 1, next: null, previous: null, results: [row] })));
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await renderAt('/teams', { as: 'admin' });
    expect(await screen.findByText('The server sent an answer that could not be read. Reload the page and try again.')).toBeVisible();
    expect(told.mock.calls.flat().join(' ')).toContain('results.0.created_at');
  });
});

describe('a server that does not answer', () => {
  const words = 'The server took too long to answer. Try again.';
  const impatient = async () => {
    const { api } = await import('../../src/session/client.ts');
    api.defaults.timeout = 2000; // long enough for the requests that a loaded machine does serve
    api.defaults.adapter = 'fetch'; // an XMLHttpRequest that is intercepted has no time-out
  };
  const never = () => new Promise<Response>(() => undefined);

  test('is given up by a list, which can be asked for again', async () => {
    const admin = await createAdmin(await testBackend());
    const { user } = await renderAt('/', { as: admin });
    await createMember(admin, { firstName: 'Mei', lastName: 'Abe' });
    await impatient();
    network.use(http.get('*/api/myTeams/', never));
    await user.click(await screen.findByRole('link', { name: 'Team members' }));
    expect(await screen.findByText(words)).toBeVisible();
    network.resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('rowheader', { name: 'Mei Abe' })).toBeVisible();
  });

  test('is given up by a form, which keeps what was typed', async () => {
    const { user } = await renderAt('/departments/new', { as: 'admin' });
    await screen.findByLabelText('Name');
    await impatient();
    network.use(http.post('*/api/departments/', never));
    await user.type(screen.getByLabelText('Name'), 'Sales{Enter}');
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent(words);
    expect(screen.getByLabelText('Name')).toHaveValue('Sales');
    network.resetHandlers();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add department' }));
    expect(await screen.findByRole('rowheader', { name: 'Sales' })).toBeVisible();
  });
});

describe('a form that is refused', () => {
  test.each(failures.filter(([kind]) => kind !== '404 as HTML'))('says it in the summary at a %s, and keeps what was typed', async (_kind, answer, words) => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    network.use(http.post('*/api/departments/', () => answer()));
    const { user } = await renderAt('/departments/new', { as: admin });
    await user.type(await screen.findByLabelText('Name'), 'Marketing{Enter}');
    const dialog = screen.getByRole('dialog');
    expect(await within(dialog).findByText(words)).toBeVisible();
    expect(within(dialog).getByRole('alert')).toHaveFocus();
    expect(screen.getByLabelText('Name')).toHaveValue('Marketing');
    network.resetHandlers();
    await user.click(within(dialog).getByRole('button', { name: 'Add department' }));
    expect(await screen.findByRole('rowheader', { name: 'Marketing' })).toBeVisible();
  });

  test.each([
    ['a bare list', ['Unable to create account.'], 'Unable to create account.'],
    ['non_field_errors', { non_field_errors: ['Too many members.'] }, 'Too many members.'],
    ['a field that the form has not', { company: ['This field is required.'] }, 'company: This field is required.'],
    ['a text instead of a list', { email: 'Nobody has this address.' }, 'Nobody has this address.'],
  ])('shows %s in the server’s words', async (_shape, body, words) => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    network.use(http.post('*/api/myTeams/', () => HttpResponse.json(body, { status: 400 })));
    const { user } = await renderAt('/teams/new', { as: admin });
    await user.type(await screen.findByLabelText('Email'), 'mei@example.com');
    await user.type(screen.getByLabelText('First name'), 'Mei');
    await user.type(screen.getByLabelText('Last name'), 'Abe');
    await user.click(await screen.findByRole('combobox', { name: 'Department' }));
    await user.click(await screen.findByRole('option', { name: 'Sales' }));
    await user.click(screen.getByRole('button', { name: 'Generate password' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add member' }));
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent(words);
  });
});

test('tells a member that the lists are for admins, and lets them out', async () => {
  const member = await createMemberAccount(await createAdmin(await testBackend()));
  const { user, address } = await renderAt('/teams', { as: member });
  expect(await screen.findByRole('heading', { level: 1, name: 'For company admins' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Log out' }));
  await waitFor(() => expect(address()).toMatch(/^\/login/));
});

test('keeps the old rows and says so when they cannot be read anew', async () => {
  const admin = await createAdmin(await testBackend());
  await createMember(admin, { firstName: 'Mei', lastName: 'Abe' });
  const { parts } = await renderAt('/teams', { as: admin });
  await screen.findByRole('rowheader', { name: 'Mei Abe' });
  network.use(http.get('*/api/myTeams/', throttled));
  void parts.queryClient.invalidateQueries({ queryKey: ['members'] });
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Too many attempts. Try again in 59 seconds.'));
  expect(screen.getByRole('rowheader', { name: 'Mei Abe' })).toBeVisible();
});
