import { screen, waitFor, within } from '@testing-library/react';
import { delay } from 'msw';
import { describe, expect, test } from 'vitest';
import { createAdmin, createDepartment, createDepartments, createMember } from '../support/factories.ts';
import { flavouredList } from '../support/flavoured-list.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

const at = { created_at: '2026-11-23T19:11:51.647277Z', updated_at: '2026-11-23T19:11:51.647337Z' };
const uuid = (number: number) => `${((number * 2654435761) % 2 ** 32).toString(16).padStart(8, '0')}-1d48-47fe-99b6-${String(number).padStart(12, '0')}`;
const departmentRow = (id: number | string, name: string) => ({ id, name, company: 1, added_by: null, ...at });
const memberRow = (id: number | string, department: unknown, first_name = `Mei ${id}`) => ({
  id, email: `m${id}@example.com`, first_name, last_name: 'Tanaka', role: 'Employee', company: 1, department: department as number, added_by: 1, ...at,
});

const table = () => screen.findByRole('table', { name: 'Team members' });
/** What a row says after the name: the first cell is its checkbox. */
const cells = (name: string) => within(screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement).getAllByRole('cell').slice(1).map((cell) => cell.textContent);

describe('the list of team members', () => {
  test('offers more rows a page, and asks nothing for it where the names of the departments have told', async () => {
    const admin = await createAdmin(await testBackend());
    const departments = await createDepartments(admin, Array.from({ length: 11 }, (_, index) => `Department ${index}`));
    for (const { id } of departments) await createMember(admin, { departmentId: id });
    const { backend } = await renderAt('/teams', { as: admin });
    await screen.findByLabelText('Rows per page');
    expect(backend.requests.filter((request) => /page_size=1(?:&|$)/.test(request))).toEqual([]);
  });

  test('has the columns of the product, and orders by each field of the API', async () => {
    const admin = await createAdmin(await testBackend());
    const sales = await createDepartment(admin, 'Sales');
    await createMember(admin, { firstName: 'Mei', lastName: 'Abe', departmentId: sales.id });
    await createMember(admin, { firstName: 'Ann', lastName: 'Zorn', departmentId: sales.id });
    const { user, address } = await renderAt('/teams', { as: admin });
    await table();
    expect(screen.getByRole('columnheader', { name: 'Select all on this page' })).toBeVisible();
    const headers = screen.getAllByRole('columnheader').map((header) => header.textContent);
    expect(headers).toEqual(['', 'Name', 'Email', 'Department', 'Role', 'Added', 'Updated', 'Actions']);
    await user.click(within(screen.getByRole('columnheader', { name: 'Name' })).getByRole('button'));
    await waitFor(() => expect(address()).toBe('/teams?ordering=first_name'));
    await waitFor(() => expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Ann Zorn', 'Mei Abe']));
    await user.selectOptions(screen.getByLabelText('Sort by'), 'Last name, A to Z');
    await waitFor(() => expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Mei Abe', 'Ann Zorn']));
    const options = within(screen.getByLabelText('Sort by')).getAllByRole<HTMLOptionElement>('option');
    const fields = ['first_name', 'last_name', 'email', 'created_at', 'updated_at', 'id'];
    expect(options.map(({ value }) => value)).toEqual(['', ...fields.flatMap((field) => [field, `-${field}`])]);
  });

  test('says in its own words that nobody matches', async () => {
    const { user } = await renderAt('/teams?search=zzzz', { as: 'admin' });
    expect(await screen.findByRole('heading', { name: 'No team members match “zzzz”' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(await screen.findByText('No team members yet')).toBeVisible();
  });

  test('takes the member of a deleted row out, though another admin was first', async () => {
    const admin = await createAdmin(await testBackend());
    const mei = await createMember(admin, { firstName: 'Mei', lastName: 'Abe' });
    const { user, backend } = await renderAt('/teams', { as: admin });
    await user.click(await screen.findByRole('button', { name: 'Actions for Mei Abe' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await backend.server.send('DELETE', `/api/myTeams/${mei.id}/`, { as: admin.access });
    const question = await screen.findByRole('alertdialog', { name: 'Delete Mei Abe?' });
    await user.click(within(question).getByRole('button', { name: 'Delete member' }));
    await screen.findByText('No team members yet');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Mei Abe had been deleted already.'));
  });
});

describe('the names of departments', () => {
  test('are there for members of any of 300 departments, in a handful of requests and none at the next page', async () => {
    const admin = await createAdmin(await testBackend());
    const names = Array.from({ length: 300 }, (_, index) => `Department ${index + 1}`);
    const departments = await createDepartments(admin, names);
    for (let index = 0; index < 12; index += 1) {
      await createMember(admin, { firstName: `M${index}`, lastName: 'X', departmentId: departments[index * 26]?.id ?? '' });
    }
    const { user, backend } = await renderAt('/teams', { as: admin });
    await table();
    await waitFor(() => expect(cells('M9 X')[1]).toBe('Department 235'));
    expect(cells('M0 X')[1]).toBe('Department 1');
    const forNames = () => backend.requests.filter((request) => request.startsWith('GET /api/departments/'));
    expect(forNames().length).toBeLessThanOrEqual(3);
    await user.click(screen.getByRole('link', { name: 'Page 2' }));
    await screen.findByText('11–12 of 12');
    await waitFor(() => expect(cells('M11 X')[1]).toBe('Department 287'));
    expect(forNames().length).toBeLessThanOrEqual(3);
  });

  test('are found among 1,000 on a server that gives ten a page, in no more requests than there are members', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => departmentRow(index + 1, `Department ${index + 1}`));
    const asked: string[] = [];
    const members = Array.from({ length: 10 }, (_, index) => memberRow(index + 1, 1000 - index * 97));
    network.use(flavouredList('/api/departments/', rows, { paging: 'page', pageSize: 10 }, asked), flavouredList('/api/myTeams/', members, { paging: 'page', pageSize: 10 }));
    await renderAt('/teams', { as: 'admin' });
    await table();
    await waitFor(() => expect(cells('Mei 10 Tanaka')[1]).toBe('Department 127'));
    expect(cells('Mei 1 Tanaka')[1]).toBe('Department 1000');
    expect(asked.length).toBeLessThanOrEqual(11);
  });

  test('are found by UUID, under limit and offset, behind a proxy that names another host', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => uuid(index)).sort();
    const rows = ids.map((id, index) => departmentRow(id, `Department ${index}`));
    const members = Array.from({ length: 25 }, (_, index) => memberRow(uuid(1000 + index), ids[index * 10], `Mei ${index}`));
    const flavour = { paging: 'limitoffset', pageSize: 10, host: 'https://api.example.test' } as const;
    const asked: string[] = [];
    network.use(flavouredList('/api/departments/', rows, flavour), flavouredList('/api/myTeams/', members, flavour, asked));
    const { user, address } = await renderAt('/teams', { as: 'admin' });
    await table();
    await waitFor(() => expect(cells('Mei 9 Tanaka')[1]).toBe('Department 90'));
    await user.click(screen.getByRole('link', { name: 'Page 3' }));
    expect(await screen.findByText('21–25 of 25')).toBeVisible();
    await waitFor(() => expect(cells('Mei 24 Tanaka')[1]).toBe('Department 240'));
    expect(address()).toBe('/teams?page=3');
    expect(asked).toContain('?limit=10&offset=20');
  });

  test('leads a page past the end to the last one under limit and offset, too', async () => {
    const members = Array.from({ length: 25 }, (_, index) => memberRow(index + 1, 1));
    network.use(flavouredList('/api/myTeams/', members, { paging: 'limitoffset', pageSize: 10 }));
    const { address } = await renderAt('/teams?page=9', { as: 'admin' });
    expect(await screen.findByText('21–25 of 25')).toBeVisible();
    expect(address()).toBe('/teams?page=3');
  });

  test('are taken from the row where the server sends an object', async () => {
    const members = [memberRow(1, { id: 77, name: 'Field Sales' }), memberRow(2, null)];
    network.use(flavouredList('/api/myTeams/', members, { paging: 'page', pageSize: 10 }));
    const { backend } = await renderAt('/teams', { as: 'admin' });
    await table();
    expect(cells('Mei 1 Tanaka')[1]).toBe('Field Sales');
    expect(cells('Mei 2 Tanaka')[1]).toBe('–Unknown department');
    await delay(200);
    expect(backend.requests.filter((request) => request.startsWith('GET /api/departments/'))).toHaveLength(1);
  });
});
