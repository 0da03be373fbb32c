import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createAdmin, createDepartment, createMember, type Account } from '../support/factories.ts';
import { putMembers } from '../support/many-members.ts';
import { renderAt } from '../support/render-at.tsx';
import { testBackend } from '../support/test-backend.ts';

const day = 24 * 3_600_000;

/** A company of 500 days with this many members, who came evenly; the oldest department is as old as the company. */
async function grownCompany(members: number): Promise<Account> {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  const department = await createDepartment(admin, 'Sales');
  const start = Date.now() - 500 * day;
  await backend.server.db.updateTable('departments').set({ created_at: start * 1000 }).execute();
  await putMembers(backend, admin, { count: members, departmentId: department.id, joined: (number) => start + (number * 499.5 * day) / members });
  return admin;
}

const figure = (name: string) => screen.getByText(name, { selector: 'dt' }).parentElement;

test('a new company sees three steps, which tick themselves off', async () => {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  const { user, parts } = await renderAt('/', { as: admin });
  const steps = await screen.findByRole('region', { name: 'First steps' });
  expect(steps).toHaveTextContent('0 of 3 done');
  expect(within(steps).getByRole('link', { name: 'Add department' })).toHaveAttribute('href', '/departments/new');
  expect(backend.requests.filter((request) => request.includes('/myTeams/'))).toHaveLength(1);

  await createMember(admin);
  await parts.queryClient.invalidateQueries();
  await waitFor(() => expect(steps).toHaveTextContent('2 of 3 done'));
  expect(within(steps).queryByRole('link', { name: 'Add department' })).not.toBeInTheDocument();

  await user.click(within(steps).getByRole('button', { name: 'Mark as done' }));
  expect(steps).toHaveTextContent('3 of 3 done');

  await user.click(within(steps).getByRole('button', { name: 'Hide first steps' }));
  expect(steps).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1, name: 'Overview' })).toHaveFocus();
});

test('a grown company sees its numbers, its newest members, and how it grew', async () => {
  const admin = await grownCompany(1000);
  await renderAt('/', { as: admin });
  await waitFor(() => expect(figure('Joined in the last 30 days')).toHaveTextContent('60'));
  expect(figure('Departments')).toHaveTextContent('1');
  expect(figure('Team members')).toHaveTextContent('1,000');
  expect(screen.queryByRole('region', { name: 'First steps' })).not.toBeInTheDocument();

  const recent = screen.getByRole('region', { name: 'Recently added' });
  expect(within(recent).getAllByRole('link').map((link) => link.textContent)).toEqual(['Member 1000', 'Member 999', 'Member 998', 'Member 997', 'Member 996']);
  expect(await screen.findByText('Nobody has been changed since they were added.')).toBeInTheDocument();

  const growth = screen.getByRole('region', { name: 'Growth over time' });
  const values = await within(growth).findAllByRole('row', { hidden: true });
  expect(values).toHaveLength(13);
  // 1,000 in 500 days, told at twelve moments: the middle ones are read off the line between the pages that were read.
  const numbers = values.slice(1).map((row) => Number(within(row).getByRole('cell', { hidden: true }).textContent?.replace(/\D/g, '')));
  expect(numbers[0]).toBe(1);
  expect(numbers.at(-1)).toBe(1000);
  for (const [index, number] of numbers.entries()) expect(Math.abs(number - (index * 1000) / 11)).toBeLessThan(5);
});

test('the page costs two requests, then one, about three and eleven, however many members there are', async () => {
  const admin = await grownCompany(3000);
  const { backend } = await renderAt('/', { as: admin });
  await within(await screen.findByRole('region', { name: 'Growth over time' })).findByRole('table', { hidden: true });
  await waitFor(() => expect(figure('Joined in the last 30 days')).toHaveTextContent(/\d/));
  const lists = backend.requests.filter((request) => !request.includes('/me/'));
  expect(lists.slice(0, 2).sort()).toEqual(['GET /api/departments/', 'GET /api/myTeams/?ordering=-created_at']);
  expect(lists.filter((request) => /ordering=created_at/.test(request))).toHaveLength(11);
  expect(lists.filter((request) => /ordering=-updated_at/.test(request))).toHaveLength(1);
  expect(lists.length).toBeLessThanOrEqual(19);
});

test('who was changed last is named', async () => {
  const admin = await grownCompany(12);
  const backend = await testBackend();
  await backend.server.db.updateTable('users').set({ updated_at: Date.now() * 1000 }).where('email', '=', 'm3@example.com').execute();
  await renderAt('/', { as: admin });
  const changed = await screen.findByRole('region', { name: 'Recently changed' });
  expect(await within(changed).findByRole('link', { name: 'Member 3' })).toHaveAttribute('href', expect.stringMatching(/^\/teams\/\d+\/edit$/));
});
