import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { createAdmin, createDepartment, createMember, type Account } from '../support/factories.ts';
import { putMembers } from '../support/many-members.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend, type TestBackend } from '../support/test-backend.ts';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const reads = (backend: TestBackend) => backend.requests.filter((request) => request.startsWith('GET /api/myTeams/'));

/** Sales with Ada, and Support with nobody. */
async function company() {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  const sales = await createDepartment(admin, 'Sales');
  const support = await createDepartment(admin, 'Support');
  const ada = await createMember(admin, { departmentId: sales.id, firstName: 'Ada', lastName: 'Byron' });
  return { backend, admin, sales, support, ada };
}

async function chooseTarget(user: UserEvent, name: string) {
  await user.type(await screen.findByRole('combobox', { name: 'Move to' }), name);
  await user.click(await screen.findByRole('option', { name }));
}

test('the list leads to a department’s facts and members', async () => {
  const { admin, sales } = await company();
  const { user, address } = await renderAt('/departments', { as: admin });
  await user.click(await screen.findByRole('link', { name: 'Sales' }));
  await heading('Sales');
  expect(address()).toBe(`/departments/${sales.id}`);
  expect(document.title).toMatch(/^Sales/);
  const table = await screen.findByRole('table', { name: 'Team members of Sales' });
  expect(within(table).getByRole('link', { name: 'Ada Byron' })).toHaveAttribute('href', expect.stringMatching(/^\/teams\/\d+\/edit\?search=/));
  expect(screen.getByText('Team members', { selector: 'dt' }).parentElement).toHaveTextContent('1');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

test('its own address finds it, though no endpoint answers one department', async () => {
  const { admin, support, backend } = await company();
  await renderAt(`/departments/${support.id}`, { as: admin });
  await heading('Support');
  expect(await screen.findByText('Nobody is in this department.')).toBeInTheDocument();
  expect(backend.requests.filter((request) => request.includes('/departments/'))).toHaveLength(1);
  expect(reads(backend)).toHaveLength(1);
});

test('one that is not there says so, with a way back', async () => {
  const { admin } = await company();
  await renderAt('/departments/99999', { as: admin });
  await heading('Department');
  expect(screen.getByText('This department is not there. It may have been deleted.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Back to departments' })).toHaveAttribute('href', '/departments');
});

test('renames, with a way back, and stays on the page', async () => {
  const { admin, sales } = await company();
  const { user, address } = await renderAt(`/departments/${sales.id}`, { as: admin });
  await user.click(await screen.findByRole('link', { name: 'Rename' }));
  const field = within(await screen.findByRole('dialog', { name: 'Rename department' })).getByLabelText('Name');
  await user.clear(field);
  await user.type(field, 'Trade{Enter}');
  await heading('Trade');
  await waitFor(() => expect(address()).toBe(`/departments/${sales.id}`));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('The department is now called “Trade”.'));

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await heading('Sales');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Undone. The department is now called “Sales”.'));
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

test('adds a member here: the dialog knows the department', async () => {
  const { admin, sales } = await company();
  const { user, address } = await renderAt(`/departments/${sales.id}`, { as: admin });
  await user.click(await screen.findByRole('link', { name: 'Add member here' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add member' });
  await waitFor(() => expect(within(dialog).getByRole('combobox', { name: 'Department' })).toHaveValue('Sales'));
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await heading('Sales');
  expect(address()).toBe(`/departments/${sales.id}`);
});

test('moves everybody to another department as a job, which can be undone', async () => {
  const { admin, sales, support } = await company();
  const { user } = await renderAt(`/departments/${sales.id}`, { as: admin });
  await user.click(await screen.findByRole('button', { name: 'Move all to…' }));
  await user.click(await screen.findByRole('button', { name: 'Move 1 member' }));
  expect(screen.getByRole('combobox', { name: 'Move to' })).toHaveAccessibleDescription('Choose another department');
  await chooseTarget(user, 'Support');
  await user.click(screen.getByRole('button', { name: 'Move 1 member' }));
  expect(await screen.findByText('1 member moved to Support.')).toBeInTheDocument();
  expect(await screen.findByText('Nobody is in this department.')).toBeInTheDocument();
  expect(await departmentsOf(admin)).toEqual([support.id]);

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('1 member moved to Sales.')).toBeInTheDocument();
  expect(await departmentsOf(admin)).toEqual([sales.id]);
});

test('deletes an empty one and goes back to the list, which says so', async () => {
  const { admin, support } = await company();
  const { user, address } = await renderAt(`/departments/${support.id}`, { as: admin });
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  await user.click(within(await screen.findByRole('alertdialog', { name: 'Delete Support?' })).getByRole('button', { name: 'Delete department' }));
  await heading('Departments');
  expect(address()).toBe('/departments');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Department “Support” was deleted.'));
});

test('one with members is refused; the same dialog moves them and deletes it then', async () => {
  const { admin, sales, support } = await company();
  const { user } = await renderAt(`/departments/${sales.id}`, { as: admin });
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete Sales?' });
  await user.click(within(dialog).getByRole('button', { name: 'Delete department' }));
  expect(await within(dialog).findByRole('alert')).toBeInTheDocument();
  await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus());
  await chooseTarget(user, 'Support');
  await user.click(within(dialog).getByRole('button', { name: 'Move members and delete' }));
  expect(await screen.findByText('1 member moved to Support. Sales was deleted.')).toBeInTheDocument();
  expect(dialog).not.toBeInTheDocument();
  expect(await departmentsOf(admin)).toEqual([support.id]);
});

test('walks through all members with its progress, and asks first where there are very many', async () => {
  const { backend, admin, sales, support } = await company();
  await putMembers(backend, admin, { count: 2100, departmentId: support.id });
  const { user } = await renderAt(`/departments/${sales.id}`, { as: admin });
  expect(await screen.findByText('1 found, 100 of 2,101 looked at')).toBeInTheDocument();
  const before = reads(backend).length;
  await user.click(screen.getByRole('button', { name: 'Look for the members' }));
  await waitFor(() => expect(screen.getByText('Team members', { selector: 'dt' }).parentElement).toHaveTextContent(/^Team members1$/));
  expect(screen.queryByText(/looked at/)).not.toBeInTheDocument();
  // 21 pages that were left; and before them one to look at, one to ask whether the search knows departments.
  expect(reads(backend).length - before).toBe(21);
  expect(before).toBeLessThanOrEqual(2);
});

test('a walk that fails says how far it came, and goes on from there', async () => {
  const { backend, admin, sales } = await company();
  await putMembers(backend, admin, { count: 350, departmentId: sales.id });
  // Only what the server cannot be brought to: a refusal of every page but the first, which no retry mends.
  let failing = true;
  network.use(
    http.get('*/api/myTeams/', ({ request }) =>
      failing && new URL(request.url).searchParams.has('page') ? HttpResponse.json({ detail: 'Not today.' }, { status: 403 }) : undefined,
    ),
  );
  const { user } = await renderAt(`/departments/${sales.id}`, { as: admin });
  const problem = await screen.findByRole('alert');
  expect(problem).toHaveTextContent('Not today.');
  expect(problem).toHaveTextContent('100 found, 100 of 351 looked at');
  failing = false;
  await user.click(within(problem).getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(screen.getByText('Team members', { selector: 'dt' }).parentElement).toHaveTextContent(/^Team members351$/));
  expect(screen.getByRole('button', { name: 'Show 50 more' })).toBeInTheDocument();
});

/** The departments that the company's members have, as the server knows them. */
async function departmentsOf(admin: Account): Promise<string[]> {
  const response = await admin.backend.send('/api/myTeams/', { headers: { Authorization: `JWT ${admin.access}` } });
  const { results } = (await response.json()) as { results: { department: number }[] };
  return results.map(({ department }) => String(department));
}
