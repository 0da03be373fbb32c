import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { describe, expect, test, vi } from 'vitest';
import { createAdmin, createDepartment, goodPassword, createDepartments, createMember, unique } from '../support/factories.ts';
import * as z from 'zod/mini';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

const field = (name: string) => screen.getByLabelText(name);
const department = () => screen.getByRole('combobox', { name: 'Department' });
const bodies: unknown[] = [];

/** Records what is sent, and lets the real server respond. */
function noteWrites() {
  bodies.length = 0;
  const note = async ({ request }: { request: Request }) => {
    bodies.push(await request.clone().json());
    return undefined;
  };
  network.use(http.post('*/api/myTeams/', note), http.patch('*/api/myTeams/*', note));
}

async function pick(user: UserEvent, name: string) {
  await user.click(await screen.findByRole('combobox', { name: 'Department' }));
  await user.click(await screen.findByRole('option', { name }));
}

async function fillIn(user: UserEvent, person: { email: string; first?: string; last?: string; password?: string }) {
  await user.type(await screen.findByLabelText('Email'), person.email);
  await user.type(field('First name'), person.first ?? 'Mei');
  await user.type(field('Last name'), person.last ?? 'Tanaka');
  if (person.password) await user.type(field('Password'), person.password);
}

const submit = (user: UserEvent, name: string) => user.click(within(screen.getByRole('dialog')).getByRole('button', { name }));

/** Holds a request's response back until `release`; the real server's without `respond`. */
function heldBack(method: typeof http.post, path: string, respond: () => HttpResponse<string> | undefined = () => undefined) {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  network.use(
    method(path, async () => {
      await held;
      return respond();
    }),
  );
  return { release: () => release() };
}

/** Tries every way out of the dialog, in vain. */
async function staysOpen(user: UserEvent, name: string) {
  for (const leave of [() => user.keyboard('{Escape}'), () => submit(user, 'Cancel'), async () => window.history.back()]) {
    await leave();
    await delay(100); // until a step back has been taken
    expect(screen.getByRole('dialog', { name })).toBeVisible();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  }
}

const asksBeforeClosing = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('adding a member', () => {
  test('cannot be left while it is being sent: the generated password is handed over', async () => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    const sent = heldBack(http.post, '*/api/myTeams/');
    const { user } = await renderAt('/teams', { as: admin });
    await user.click(await screen.findByRole('link', { name: 'Add member' }));
    await fillIn(user, unique('Mei'));
    await pick(user, 'Sales');
    await submit(user, 'Add member');
    await staysOpen(user, 'Add member');
    expect(asksBeforeClosing()).toBe(true);
    sent.release();
    expect(await screen.findByRole('dialog', { name: 'Log-in details of Mei Tanaka' })).toBeVisible();
  });

  test.each([
    ['Copy', async (user: UserEvent) => void (await user.click(screen.getByRole('button', { name: 'Copy' })), await screen.findByText(/Copied|selected/))],
    ['Done', (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Done' }))],
  ])('asks at every way out of the log-in details until %s', async (_button, finish) => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    const { user, address } = await renderAt('/teams', { as: admin });
    await user.click(await screen.findByRole('link', { name: 'Add member' }));
    await fillIn(user, unique('Mei'));
    await pick(user, 'Sales');
    await submit(user, 'Add member');
    await screen.findByRole('dialog', { name: 'Log-in details of Mei Tanaka' });
    for (const leave of [() => user.keyboard('{Escape}'), async () => window.history.back()]) {
      await leave();
      const question = await screen.findByRole('alertdialog', { name: 'Leave without the log-in details?' });
      await user.click(within(question).getByRole('button', { name: 'Stay' }));
      await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
      expect(screen.getByText(goodPassword)).toBeVisible();
    }
    expect(asksBeforeClosing()).toBe(true);
    await finish(user);
    await waitFor(() => expect(asksBeforeClosing()).toBe(false));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(address()).toBe('/teams'));
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  test('a double click, or a held Enter, on the form presses nothing in the log-in details', async () => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    const { user } = await renderAt('/teams/new', { as: admin });
    await fillIn(user, unique('Mei'));
    await pick(user, 'Sales');
    await submit(user, 'Add member');
    await screen.findByRole('dialog', { name: 'Log-in details of Mei Tanaka' });
    fireEvent.click(screen.getByRole('button', { name: 'Done' }), { detail: 2 });
    expect(fireEvent.keyDown(screen.getByRole('button', { name: 'Copy' }), { key: 'Enter', repeat: true })).toBe(false);
    expect(screen.getByRole('dialog', { name: 'Log-in details of Mei Tanaka' })).toBeVisible();
    expect(asksBeforeClosing()).toBe(true);
  });

  test('names every empty field, and leads to each, the department too', async () => {
    const { user, backend } = await renderAt('/teams/new', { as: 'admin' });
    await screen.findByLabelText('Email');
    await submit(user, 'Add member');
    const summary = await screen.findByRole('alert');
    const links = within(summary).getAllByRole('link').map((link) => link.textContent);
    expect(links).toEqual(['Enter an email address', 'Enter a first name', 'Enter a last name', 'Choose a department', 'Enter a password, or generate one']);
    await user.click(within(summary).getByRole('link', { name: 'Choose a department' }));
    expect(department()).toHaveFocus();
    expect(department()).toHaveAccessibleDescription('Choose a department');
    expect(backend.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  test.each([
    ['ADA@EXAMPLE.com', 'ada@example.com', 'ada@example.com'],
    ['ada@MÜNCHEN.de', 'ada@xn--mnchen-3ya.de', 'ada@münchen.de'],
    ['\u202aada\u200b@mu\u0308nchen.de\u202c', 'ada@xn--mnchen-3ya.de', 'ada@münchen.de'],
  ])('%s is stored as %s and shown as %s', async (typed, stored, shown) => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    noteWrites();
    const { user } = await renderAt('/teams/new', { as: admin });
    await fillIn(user, { email: typed, first: 'A\u0308nne\u200b  Marie', password: 'Blue-\u200bHarbor  42' });
    await pick(user, 'Sales');
    await submit(user, 'Add member');
    const card = within(await screen.findByRole('dialog', { name: 'Log-in details of Änne Marie Tanaka' }));
    expect(card.getByText(shown)).toBeVisible();
    expect(bodies).toEqual([expect.objectContaining({ email: stored, first_name: 'Änne Marie', password: 'Blue-\u200bHarbor  42' })]);
    await user.click(card.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.getByRole('rowheader', { name: 'Änne Marie Tanaka' }).closest('tr')).toHaveTextContent(stored));
  });

  test.each([['Ada@example.com', 'ada@example.com'], ['ada@münchen.de', 'ada@xn--mnchen-3ya.de']])('who is there as %s is not added as %s', async (existing, typed) => {
    const { server } = await testBackend();
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    const { results } = z.object({ results: z.array(z.object({ id: z.int() })) }).parse((await server.send('GET', '/api/departments/', { as: admin.access })).body);
    await server.send('POST', '/api/myTeams/', { as: admin.access, body: { email: existing, first_name: 'Ada', last_name: 'Lovelace', password: 'Blue-Harbor-42', department: results[0]?.id } });
    const { user, backend } = await renderAt('/teams/new', { as: admin });
    await fillIn(user, { email: typed, password: 'Blue-Harbor-42' });
    await pick(user, 'Sales');
    await submit(user, 'Add member');
    await waitFor(() => expect(field('Email')).toHaveAccessibleDescription(`“${existing}” exists already: Ada Lovelace has this address.`));
    expect(backend.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  test('shows the server’s errors at their fields, keeps the values, and sends no role', async () => {
    const admin = await createAdmin(await testBackend());
    const other = await createMember(admin);
    await createDepartment(admin, 'Sales');
    noteWrites();
    const { user } = await renderAt('/teams/new', { as: admin });
    await fillIn(user, { email: other.email, password: '12345' });
    await pick(user, 'Sales');
    await submit(user, 'Add member');
    await screen.findByRole('alert');
    expect(field('Email')).toHaveAccessibleDescription('user with this email address already exists.');
    await user.type(field('Email'), '.org');
    expect(field('Email')).not.toBeInvalid();
    await submit(user, 'Add member');
    await waitFor(() => expect(field('Password')).toHaveAccessibleDescription(/This password is too short.*entirely numeric/));
    expect(field('Password')).toHaveValue('12345');
    expect(department()).toHaveValue('Sales');
    expect(Object.keys(bodies[0] as object).sort()).toEqual(['department', 'email', 'first_name', 'last_name', 'password']);
  });

  test('sends the address in lower case and no white space, and hands over what was stored', async () => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    noteWrites();
    const { user } = await renderAt('/teams/new', { as: admin });
    const { email: typed } = unique('Mei');
    const email = typed.toLowerCase();
    await fillIn(user, { email: typed.replace('example', 'EXAMPLE'), password: '  Blue-Harbor-42 ' });
    await pick(user, 'Sales');
    await submit(user, 'Add member');
    await screen.findByRole('dialog', { name: 'Log-in details of Mei Tanaka' });
    expect(bodies[0]).toMatchObject({ email, password: 'Blue-Harbor-42' });
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied.')).toBeVisible();
    expect(writeText).toHaveBeenCalledWith(`Log-in page: http://localhost:3000/login\nEmail: ${email}\nPassword: Blue-Harbor-42`);
  });

  test('selects the details where the browser lets nothing be copied', async () => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    const { user } = await renderAt('/teams/new', { as: admin });
    await fillIn(user, { ...unique('Mei'), password: 'Blue-Harbor-42' });
    await pick(user, 'Sales');
    await submit(user, 'Add member');
    await screen.findByRole('dialog', { name: 'Log-in details of Mei Tanaka' });
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText(/^The details are selected/)).toBeVisible();
    expect(getSelection()?.toString()).toContain('Blue-Harbor-42');
  });

  test('adds one after the other in the same department', async () => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    const { user, address } = await renderAt('/teams', { as: admin });
    await user.click(await screen.findByRole('link', { name: 'Add member' }));
    await fillIn(user, { ...unique('a'), first: 'Ann' });
    await pick(user, 'Sales');
    await user.click(screen.getByRole('checkbox', { name: 'Add another' }));
    await submit(user, 'Add member');
    await user.click(await screen.findByRole('button', { name: 'Done' }));
    expect(await screen.findByLabelText('Email')).toHaveValue('');
    expect(await screen.findByRole('combobox', { name: 'Department' })).toHaveValue('Sales');
    expect(address()).toBe('/teams/new');
    await fillIn(user, { ...unique('b'), first: 'Bo' });
    await user.click(screen.getByRole('checkbox', { name: 'Add another' }));
    await submit(user, 'Add member');
    await user.click(await screen.findByRole('button', { name: 'Done' }));
    await waitFor(() => expect(address()).toBe('/teams'));
    expect((await screen.findAllByRole('rowheader')).map(({ textContent }) => textContent)).toEqual(['Ann Tanaka', 'Bo Tanaka']);
  });
});

describe('the picker', () => {
  test('searches the server, and creates a missing department in place', async () => {
    const admin = await createAdmin(await testBackend());
    await createDepartments(admin, Array.from({ length: 120 }, (_, index) => `Department ${index + 1}`));
    const { user, backend } = await renderAt('/teams/new', { as: admin });
    await screen.findByLabelText('Email');
    await user.type(await screen.findByRole('combobox', { name: 'Department' }), 'ment 117');
    await waitFor(() => expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Department 117', 'Create “ment 117”']));
    await user.clear(department());
    await user.type(department(), 'Marketing');
    await user.click(await screen.findByRole('option', { name: 'Create “Marketing”' }));
    await waitFor(() => expect(department()).toHaveValue('Marketing'));
    expect(backend.requests).toContain('POST /api/departments/');
  });

  test('points out a department of nearly that name, and creates another all the same when asked again', async () => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    const { user, backend } = await renderAt('/teams/new', { as: admin });
    const create = async () => {
      await user.clear(department());
      await user.type(department(), ' sa\u200bles ');
      await user.click(await screen.findByRole('option', { name: 'Create “sales”' }));
    };
    await screen.findByRole('combobox', { name: 'Department' });
    await create();
    await waitFor(() => expect(department()).toHaveAccessibleDescription('“Sales” exists already. To use “sales” all the same, create it again.'));
    expect(backend.requests).not.toContain('POST /api/departments/');
    await create();
    await waitFor(() => expect(department()).toHaveValue('sales'));
    expect(backend.requests).toContain('POST /api/departments/');
  });

  // Safari ends the composition before the event of the key that ended it; the others say `isComposing`.
  test.each([{ keyCode: 229 }, { isComposing: true }])('the keys that end a composition (%o) change nothing in it', async (sign) => {
    const admin = await createAdmin(await testBackend());
    await createDepartments(admin, ['営業', '営業企画']);
    const { user } = await renderAt('/teams/new', { as: admin });
    await user.type(await screen.findByRole('combobox', { name: 'Department' }), '営業');
    const option = await screen.findByRole('option', { name: '営業企画' });
    for (const key of ['ArrowDown', 'Enter', 'Escape', 'Tab']) fireEvent.keyDown(department(), { key, ...sign });
    expect(department()).toHaveValue('営業');
    expect(department()).not.toHaveAttribute('aria-activedescendant');
    expect(option).toBeVisible();
  });
});

describe('editing a member', () => {
  test('sends only what changed, never role or email, and merges the answer, which lacks fields', async () => {
    const admin = await createAdmin(await testBackend());
    const sales = await createDepartment(admin, 'Sales');
    await createMember(admin, { firstName: 'Mei', lastName: 'Tanaka', departmentId: sales.id });
    noteWrites();
    const { user } = await renderAt('/teams', { as: admin });
    await user.click(await screen.findByRole('button', { name: 'Actions for Mei Tanaka' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    const email = await screen.findByLabelText('Email');
    expect(email).toHaveAttribute('readonly');
    expect(screen.queryByLabelText('Password')).toBeNull();
    expect(screen.queryByLabelText('Role')).toBeNull();
    await user.clear(field('Last name'));
    await user.type(field('Last name'), ' Abe ');
    await submit(user, 'Save');
    const row = (await screen.findByRole('rowheader', { name: 'Mei Abe' })).closest('tr');
    expect(bodies).toEqual([{ last_name: 'Abe' }]);
    expect(row).toHaveTextContent('Sales');
    expect(row?.querySelectorAll('time')).toHaveLength(2);
  });

  test('keeps the values when a department went meanwhile, and says it at the field', async () => {
    const admin = await createAdmin(await testBackend());
    const [sales, marketing] = await createDepartments(admin, ['Sales', 'Marketing']);
    const mei = await createMember(admin, { firstName: 'Mei', departmentId: sales?.id ?? '' });
    const { user, backend } = await renderAt(`/teams/${mei.id}/edit`, { as: admin });
    await screen.findByDisplayValue('Sales');
    await pick(user, 'Marketing');
    await backend.server.send('DELETE', `/api/departments/${marketing?.id}/`, { as: admin.access });
    await submit(user, 'Save');
    await screen.findByRole('alert');
    expect(department()).toHaveAccessibleDescription(/object does not exist/);
    expect(department()).toHaveValue('Marketing');
    await pick(user, 'Sales');
    expect(department()).not.toBeInvalid();
  });

  test('says that the member was deleted meanwhile, and the list is right', async () => {
    const admin = await createAdmin(await testBackend());
    const mei = await createMember(admin, { firstName: 'Mei', lastName: 'Tanaka' });
    const { user, backend } = await renderAt('/teams', { as: admin });
    await user.click(await screen.findByRole('button', { name: 'Actions for Mei Tanaka' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    await user.type(await screen.findByLabelText('First name'), 'ko');
    await backend.server.send('DELETE', `/api/myTeams/${mei.id}/`, { as: admin.access });
    await submit(user, 'Save');
    expect(await screen.findByRole('alert')).toHaveTextContent('Mei Tanaka was deleted meanwhile');
    await waitFor(() => expect(document.querySelector('tbody')).toBeNull());
  });

  test('cannot be left while it is being sent, and shows a late refusal with everything that was typed', async () => {
    const admin = await createAdmin(await testBackend());
    const mei = await createMember(admin, { firstName: 'Mei', lastName: 'Tanaka' });
    const sent = heldBack(http.patch, '*/api/myTeams/*', () => new HttpResponse('<h1>Server Error (500)</h1>', { status: 500 }));
    const { user } = await renderAt(`/teams/${mei.id}/edit`, { as: admin });
    await user.type(await screen.findByLabelText('First name'), 'ko');
    await submit(user, 'Save');
    await staysOpen(user, 'Edit member');
    sent.release();
    expect(await screen.findByRole('alert')).toHaveTextContent('The server had a problem.');
    expect(field('First name')).toHaveValue('Meiko');
    network.resetHandlers();
    await submit(user, 'Save');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Meiko Tanaka was saved.'));
  });

  test('asks the browser to ask before the tab is closed, and only while something is unsaved', async () => {
    const admin = await createAdmin(await testBackend());
    const mei = await createMember(admin, { firstName: 'Mei' });
    const { user } = await renderAt(`/teams/${mei.id}/edit`, { as: admin });
    await screen.findByLabelText('First name');
    expect(asksBeforeClosing()).toBe(false);
    await user.type(field('First name'), 'ko');
    expect(asksBeforeClosing()).toBe(true);
    await user.type(field('First name'), '{Backspace}{Backspace}');
    expect(asksBeforeClosing()).toBe(false);
  });
});
