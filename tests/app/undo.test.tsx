import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createAdmin, createDepartment, createMember } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { testBackend } from '../support/test-backend.ts';

test('the edit of a member can be taken back', async () => {
  const backend = await testBackend();
  const admin = await createAdmin(backend);
  const sales = await createDepartment(admin, 'Sales');
  await createDepartment(admin, 'Support');
  const member = await createMember(admin, { firstName: 'Mei', lastName: 'Tanaka', departmentId: sales.id });
  const { user } = await renderAt('/teams', { as: admin });
  await user.click(await screen.findByRole('button', { name: 'Actions for Mei Tanaka' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit member' });
  const name = within(dialog).getByLabelText('First name');
  await user.clear(name);
  await user.type(name, 'May');
  const department = await within(dialog).findByRole('combobox', { name: 'Department' });
  await waitFor(() => expect(department).toHaveValue('Sales'));
  await user.clear(department);
  await user.type(department, 'Support');
  await user.click(await screen.findByRole('option', { name: 'Support' }));
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  const row = await screen.findByRole('row', { name: /May Tanaka/ });
  await waitFor(() => expect(row).toHaveTextContent('Support'));

  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  const before = await screen.findByRole('row', { name: /Mei Tanaka/ });
  await waitFor(() => expect(before).toHaveTextContent('Sales'));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Undone. Mei Tanaka was saved.'));
  const patches = backend.requests.filter((request) => request.startsWith('PATCH'));
  expect(patches).toEqual([`PATCH /api/myTeams/${member.id}/`, `PATCH /api/myTeams/${member.id}/`]);
});
