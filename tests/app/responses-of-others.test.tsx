import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, test, vi } from 'vitest';
import { oneTimeLink } from '../support/backend.ts';
import { createAdmin, createDepartment, createMember, signUp, unique } from '../support/factories.ts';
import { putMembers } from '../support/many-members.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

/*
 * A proxy, a captive portal or a static host responds instead of the API. Whatever its status and its body, nothing follows from it.
 */

const page = (status: number) => new HttpResponse('<!doctype html><h1>Proxy</h1>', { status, headers: { 'Content-Type': 'text/html' } });
const text = (body: string) => new HttpResponse(body, { status: 200 });

const strangers: [string, () => Response][] = [
  ['a page with a 404', () => page(404)],
  ['a page with a 403', () => page(403)],
  ['a page with a 401', () => page(401)],
  ['a page with a 400', () => page(400)],
  ['a gateway’s JSON with a 404', () => new HttpResponse('{"message":"no Route matched"}', { status: 404, headers: { 'Content-Type': 'application/json' } })],
  ['an empty 200', () => text('')],
  ['OK', () => text('OK')],
  ['null', () => text('null')],
];

const words = /The service could not be reached properly/;

describe.each(strangers)('%s', (_what, respond) => {
  test('does not delete a member', async () => {
    const admin = await createAdmin(await testBackend());
    await createMember(admin, { firstName: 'Mei', lastName: 'Abe' });
    const { user } = await renderAt('/teams', { as: admin });
    await user.click(await screen.findByRole('button', { name: 'Actions for Mei Abe' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete Mei Abe?' });
    network.use(http.delete('*/api/myTeams/*', respond));
    await user.click(within(dialog).getByRole('button', { name: 'Delete member' }));
    expect(await within(dialog).findByText(words)).toBeVisible();
    expect(screen.queryByText(/was deleted|had been deleted/)).toBeNull();
    network.resetHandlers();
    await user.click(within(dialog).getByRole('button', { name: 'Delete member' }));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Mei Abe was deleted.'));
  });

  test('is neither “already active” nor a dead activation link', async () => {
    const backend = await testBackend();
    const person = { ...unique('new'), firstName: 'Grace', lastName: 'Okafor' };
    await signUp(backend, person);
    const { uid, token } = oneTimeLink(await backend.mailTo(person.email), 'activate');
    const { user } = await renderAt(`/activate/${uid}/${token}`, { as: null });
    network.use(http.post('*/api/auth/users/activation/', respond));
    await user.click(await screen.findByRole('button', { name: 'Activate my account' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    network.resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Activate my account' }));
    expect(await screen.findByText('Your account is active')).toBeVisible();
  });

  test('says nothing of a form’s fields, of the row it is about, or of the session', async () => {
    const admin = await createAdmin(await testBackend());
    const mei = await createMember(admin, { firstName: 'Mei', lastName: 'Abe' });
    const { user } = await renderAt(`/teams/${mei.id}/edit`, { as: admin });
    await user.type(await screen.findByLabelText('First name'), 'ko');
    network.use(http.patch('*/api/myTeams/*', respond));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(screen.getByLabelText('First name')).toHaveValue('Meiko');
    network.resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Meiko Abe was saved.'));
  });

  test('is no page after the last, and Retry reads the list', async () => {
    const backend = await testBackend();
    const admin = await createAdmin(backend);
    await putMembers(backend, admin, { count: 25, departmentId: (await createDepartment(admin, 'Sales')).id });
    network.use(http.get('*/api/myTeams/', respond));
    const { user, address } = await renderAt('/teams?page=3', { as: admin });
    expect(await screen.findByText(words)).toBeVisible();
    expect(address()).toBe('/teams?page=3');
    network.resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('rowheader', { name: 'Member 25' })).toBeVisible();
  });
});

test('a page with a 404 is not a member who is gone, in a bulk job either: it waits, and then all are deleted', async () => {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  await putMembers(backend, admin, { count: 3, departmentId: (await createDepartment(admin, 'Sales')).id });
  const { user } = await renderAt('/teams', { as: admin });
  await user.click(await screen.findByRole('checkbox', { name: 'Select all on this page' }));
  await user.click(within(await screen.findByRole('region', { name: 'Selection' })).getByRole('button', { name: 'Delete…' }));
  network.use(http.delete('*/api/myTeams/*', () => page(404)));
  await user.click(await screen.findByRole('button', { name: 'Delete 3 members' }));
  const tray = await screen.findByRole('region', { name: 'Jobs' });
  expect(await within(tray).findByText(/^The server has a problem\. Going on in/)).toBeVisible();
  expect(within(tray).getByText('0 of 3')).toBeVisible();
  network.resetHandlers();
  await user.click(within(tray).getByRole('button', { name: /^Go on now/ }));
  expect(await within(tray).findByText('3 of 3 deleted')).toBeVisible();
  expect(await screen.findByRole('heading', { name: 'No team members yet' })).toBeVisible();
});

test('a refresh that gets a 404 is not the page’s “Not found”', async () => {
  const backend = await testBackend({ settings: { accessTtl: 1 } });
  const admin = await createAdmin(backend);
  const { user } = await renderAt('/profile', { as: admin });
  await screen.findByRole('heading', { level: 1, name: 'Your profile' });
  network.use(http.post('*/api/auth/jwt/refresh/', () => HttpResponse.json({ detail: 'Not found.' }, { status: 404 })));
  await new Promise((resolve) => setTimeout(resolve, 1100)); // until the access token has expired
  await user.click(screen.getByRole('link', { name: 'Team members' }));
  expect(await screen.findByText(words)).toBeVisible();
});

test('a malformed address names no department, and nothing is the server’s fault', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined); // the router's own remark about the address
  await renderAt('/departments/%E0%A4%A', { as: 'admin' });
  expect(await screen.findByText('This department is not there. It may have been deleted.')).toBeVisible();
});
