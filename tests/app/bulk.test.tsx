import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';
import { catchDownloads } from '../support/downloads.ts';
import { createAdmin, createDepartment, createDepartments, createMember, type Account } from '../support/factories.ts';
import { putMembers } from '../support/many-members.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend, type TestBackend } from '../support/test-backend.ts';

let backend: TestBackend;
let admin: Account;

beforeEach(async () => {
  backend = await testBackend();
  admin = await createAdmin(backend);
});

/** Ada and Grace in Sales, Mary in Support. */
async function threeMembers() {
  const sales = await createDepartment(admin, 'Sales');
  const support = await createDepartment(admin, 'Support');
  const ada = await createMember(admin, { firstName: 'Ada', lastName: 'Byron', departmentId: sales.id });
  const grace = await createMember(admin, { firstName: 'Grace', lastName: 'Hopper', departmentId: sales.id });
  const mary = await createMember(admin, { firstName: 'Mary', lastName: 'Somerville', departmentId: support.id });
  return { sales, support, ada, grace, mary };
}

/** Twenty-five members on three pages. */
async function threePages() {
  const sales = await createDepartment(admin, 'Sales');
  await putMembers(backend, admin, { count: 25, departmentId: sales.id });
  return sales;
}

const box = (name: string) => screen.findByRole('checkbox', { name });
const bar = () => screen.findByRole('region', { name: 'Selection' });
const tray = () => screen.findByRole('region', { name: 'Jobs' });
const button = (name: string) => screen.getByRole('button', { name });
const writes = () => backend.requests.filter((request) => /^(?:PATCH|DELETE)/.test(request));

async function confirmDelete(user: UserEvent, what: string) {
  await user.click(within(await bar()).getByRole('button', { name: 'Delete…' }));
  const dialog = await screen.findByRole('alertdialog', { name: `Delete ${what}?` });
  expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await user.click(within(dialog).getByRole('button', { name: `Delete ${what}` }));
}

async function moveTo(user: UserEvent, department: string, what: string) {
  await user.click(within(await bar()).getByRole('button', { name: 'Move to department…' }));
  const dialog = await screen.findByRole('dialog', { name: `Move ${what}` });
  await user.type(within(dialog).getByRole('combobox', { name: 'Department' }), department);
  await user.click(await screen.findByRole('option', { name: department }));
  await user.click(within(dialog).getByRole('button', { name: `Move ${what}` }));
}

describe('selecting', () => {
  test('by keyboard; the header selects the page; the selection survives paging and ends with a new search', async () => {
    await threePages();
    const { user } = await renderAt('/teams', { as: admin });
    (await box('Select Member 2')).focus();
    await user.keyboard(' ');
    expect(await bar()).toHaveTextContent('1 selected');
    await waitFor(() => expect(screen.getByRole('log')).toHaveTextContent('1 selected'));
    const all = await box('Select all on this page');
    expect(all).toBePartiallyChecked();
    await user.click(all);
    expect(await bar()).toHaveTextContent('10 selected');

    await user.click(screen.getByRole('link', { name: 'Page 2' }));
    await user.click(await box('Select Member 11'));
    expect(await bar()).toHaveTextContent('11 selected');
    expect(await box('Select all on this page')).toBePartiallyChecked();
    await user.click(screen.getByRole('link', { name: 'Page 1' }));
    expect(await box('Select Member 1')).toBeChecked();

    await user.type(screen.getByRole('searchbox'), '25');
    await screen.findByText('1 of 1');
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull();
    expect(await box('Select Member 25')).not.toBeChecked();
  });

  test('all that match, but for one; cleared, the focus goes to the heading', async () => {
    await threePages();
    const { user } = await renderAt('/teams', { as: admin });
    await user.click(await box('Select Member 1'));
    await user.click(await screen.findByRole('button', { name: 'Select all 25 that match' }));
    expect(await bar()).toHaveTextContent('25 selected');
    expect(button('Clear selection')).toHaveFocus();
    await user.click(screen.getByRole('link', { name: 'Page 3' }));
    const last = await box('Select Member 25');
    expect(last).toBeChecked();
    await user.click(last);
    expect(await bar()).toHaveTextContent('24 selected');
    await user.click(button('Clear selection'));
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });
});

describe('moving', () => {
  test('two members go to another department, and back to where each was', async () => {
    const { support, sales, ada, mary } = await threeMembers();
    const stars = await createDepartment(admin, 'Stars');
    const { user } = await renderAt('/teams', { as: admin });
    await user.click(await box('Select Ada Byron'));
    await user.click(await box('Select Mary Somerville'));
    await moveTo(user, 'Stars', '2 members');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('2 members moved to Stars.'));
    expect(await tray()).toHaveTextContent('2 of 2 moved');
    await waitFor(() => expect(screen.getByRole('row', { name: /Ada Byron/ })).toHaveTextContent('Stars'));
    expect(screen.getByRole('row', { name: /Mary Somerville/ })).toHaveTextContent('Stars');
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull();
    expect(await departmentsOf([ada.id, mary.id])).toEqual([stars.id, stars.id]);

    await user.click(button('Undo'));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Undone. 2 members moved back.'));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(await departmentsOf([ada.id, mary.id])).toEqual([sales.id, support.id]);
  });

  test('asks for a department', async () => {
    await threeMembers();
    const { user } = await renderAt('/teams', { as: admin });
    await user.click(await box('Select Ada Byron'));
    await user.click(await screen.findByRole('button', { name: 'Move to department…' }));
    await user.click(await screen.findByRole('button', { name: 'Move 1 member' }));
    const field = screen.getByRole('combobox', { name: 'Department' });
    expect(field).toHaveAccessibleDescription('Choose a department');
    expect(field).toHaveFocus();
    await user.click(button('Cancel'));
    await waitFor(() => expect(button('Move to department…')).toHaveFocus());
    expect(writes()).toEqual([]);
  });

  test('all that match are read page by page, and only they are moved', async () => {
    await threePages();
    await createDepartment(admin, 'Support');
    const { user } = await renderAt('/teams?search=member', { as: admin });
    await user.click(await box('Select Member 3'));
    await user.click(await screen.findByRole('button', { name: 'Select all 25 that match' }));
    await user.click(await box('Select Member 4'));
    await moveTo(user, 'Support', '24 members');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('24 members moved to Support.'));
    expect(await tray()).toHaveTextContent('24 of 24 moved');
    expect(writes()).toHaveLength(24);
    await waitFor(() => expect(screen.getByRole('row', { name: /Member 3/ })).toHaveTextContent('Support'));
    expect(screen.getByRole('row', { name: /Member 4/ })).toHaveTextContent('Sales');
  });
});

describe('deleting', () => {
  test('one is refused: it stays selected, and is retried alone', async () => {
    const { grace } = await threeMembers();
    const { user } = await renderAt('/teams', { as: admin });
    await user.click(await box('Select all on this page'));
    network.use(http.delete(`*/api/myTeams/${grace.id}/`, () => HttpResponse.json({ detail: 'Not on Sundays.' }, { status: 403 })));
    await confirmDelete(user, '3 members');
    await waitFor(async () => expect(await tray()).toHaveTextContent('2 of 3 deleted'));
    expect(await tray()).toHaveTextContent('Grace Hopper: Not on Sundays.');
    await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(1));
    expect(await bar()).toHaveTextContent('1 selected');
    expect(await box('Select Grace Hopper')).toBeChecked();

    network.resetHandlers();
    await user.click(button('Retry failed: Delete 3 members'));
    await waitFor(async () => expect(await tray()).toHaveTextContent('3 of 3 deleted'));
    expect(await screen.findByText('No team members yet')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull();
  });

  test('one who is gone already counts as deleted', async () => {
    const { ada } = await threeMembers();
    const { user } = await renderAt('/teams', { as: admin });
    await user.click(await box('Select Ada Byron'));
    await user.click(await box('Select Grace Hopper'));
    await backend.send(`/api/myTeams/${ada.id}/`, { method: 'DELETE', headers: { Authorization: `JWT ${admin.access}` } });
    await confirmDelete(user, '2 members');
    await waitFor(async () => expect(await tray()).toHaveTextContent('2 of 2 deleted'));
    await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(1));
  });

  test('all that match, on all pages of any size, and none that does not', async () => {
    const sales = await createDepartment(admin, 'Sales');
    await putMembers(backend, admin, { count: 105, departmentId: sales.id });
    await createMember(admin, { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.org', departmentId: sales.id });
    const { user } = await renderAt('/teams?search=example.com', { as: admin });
    await user.click(await box('Select all on this page'));
    await user.click(await screen.findByRole('button', { name: 'Select all 105 that match' }));
    await confirmDelete(user, '105 members');
    await waitFor(async () => expect(await tray()).toHaveTextContent('105 of 105 deleted'));
    expect(writes()).toHaveLength(105);
    await user.click(await screen.findByRole('button', { name: 'Clear search' }));
    expect(await screen.findByRole('row', { name: /Ada Byron/ })).toBeInTheDocument();
    expect(screen.getByText('1 of 1')).toBeInTheDocument();
  });

  test('the progress counts members, and not the pages they are found on', async () => {
    const sales = await createDepartment(admin, 'Sales');
    await putMembers(backend, admin, { count: 105, departmentId: sales.id });
    const { user } = await renderAt('/teams', { as: admin });
    network.use(http.delete('*/api/myTeams/:id/', () => new Promise<Response>(() => undefined)));
    await user.click(await box('Select Member 1'));
    await user.click(await screen.findByRole('button', { name: 'Select all 105 that match' }));
    await confirmDelete(user, '105 members');
    await waitFor(async () => expect(await tray()).toHaveTextContent('0 of 105'));
    expect(within(await tray()).getByRole('progressbar')).toHaveAttribute('max', '105');
  });

  test('nobody is deleted when not all could be found, and very many are asked for again', async () => {
    const sales = await createDepartment(admin, 'Sales');
    await putMembers(backend, admin, { count: 2001, departmentId: sales.id });
    const { user } = await renderAt('/teams', { as: admin });
    await user.click(await box('Select Member 1'));
    await user.click(await screen.findByRole('button', { name: 'Select all 2,001 that match' }));
    await confirmDelete(user, '2,001 members');
    const question = await screen.findByText(/20 more requests to the server/);
    expect(question).toBeInTheDocument();
    await user.click(button('Cancel'));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Jobs' })).toBeNull());
    expect(await bar()).toHaveTextContent('2,001 selected');

    network.use(
      http.get('*/api/myTeams/', ({ request }) =>
        new URL(request.url).searchParams.get('page') === '3' ? HttpResponse.json({ detail: 'Not on Sundays.' }, { status: 403 }) : undefined,
      ),
    );
    await confirmDelete(user, '2,001 members');
    await screen.findByText(/20 more requests to the server/);
    await user.click(button('Delete 2,001 members'));
    await waitFor(async () => expect(await tray()).toHaveTextContent('Not all of them could be found, so none was deleted.'));
    expect(await bar()).toHaveTextContent('2,001 selected');
    expect(writes()).toEqual([]);
  });

  test('departments: one with members is kept and stays selected', async () => {
    const { sales } = await threeMembers();
    await createDepartments(admin, ['Stars', 'Moons']);
    const { user } = await renderAt('/departments', { as: admin });
    for (const name of ['Sales', 'Stars', 'Moons']) await user.click(await box(`Select ${name}`));
    await confirmDelete(user, '3 departments');
    await waitFor(async () => expect(await tray()).toHaveTextContent('2 of 3 deleted'));
    expect(await bar()).toHaveTextContent('1 selected');
    await waitFor(() => expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Sales', 'Support']));
    expect(await box('Select Sales')).toBeChecked();
    expect(writes()).toContain(`DELETE /api/departments/${sales.id}/`);
  });
});

test('what is selected is forgotten when it is deleted by itself, and at log-out', async () => {
  await threeMembers();
  const { user } = await renderAt('/teams', { as: admin });
  await user.click(await box('Select Ada Byron'));
  await user.click(await box('Select Grace Hopper'));
  await user.click(button('Actions for Ada Byron'));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Delete member' }));
  await waitFor(async () => expect(await bar()).toHaveTextContent('1 selected'));

  const { session } = await import('../../src/session/client.ts');
  act(() => session.logOut());
  await screen.findByRole('heading', { level: 1, name: 'Log in' });
  await user.type(screen.getByLabelText('Email'), admin.email);
  await user.type(screen.getByLabelText('Password'), admin.password);
  await user.click(button('Log in'));
  await user.click(await screen.findByRole('link', { name: 'Team members' }));
  expect(await box('Select Grace Hopper')).not.toBeChecked();
  expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull();
});

test('both lists export what they show, and the members’ list leads to the import', async () => {
  const downloads = catchDownloads();
  await threeMembers();
  const { user, parts } = await renderAt('/teams?ordering=-first_name', { as: admin });
  await box('Select Ada Byron');
  await user.type(screen.getByRole('searchbox'), 'byron');
  await user.click(button('Export CSV'));
  await waitFor(() => expect(downloads[0]?.text.split('\r\n')).toHaveLength(3));
  expect(downloads[0]?.text).toContain('Ada,Byron');
  expect(screen.getByRole('link', { name: 'Import from CSV' })).toHaveAttribute('href', '/teams/import');

  await act(() => parts.router.navigate('/departments?search=s&ordering=-name'));
  await box('Select Sales');
  await user.click(button('Export CSV'));
  await waitFor(() => expect(downloads[1]?.text.split('\r\n').map((line) => line.split(',')[0])).toEqual(['\ufeffName', 'Support', 'Sales', '']));
});

/** The departments that these members have at the server now. */
async function departmentsOf(ids: readonly string[]): Promise<string[]> {
  const answer = await backend.send('/api/myTeams/?page_size=100', { headers: { Authorization: `JWT ${admin.access}` } });
  const { memberListSchema } = await import('../../src/contract/members.ts');
  const { results } = memberListSchema.parse(await answer.json());
  return ids.map((id) => results.find((member) => member.id === id)?.department ?? '');
}
