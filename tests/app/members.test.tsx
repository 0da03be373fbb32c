import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { createAdmin, createDepartment, createMember } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { testBackend } from '../support/test-backend.ts';

describe('team members', () => {
  test('adds a member with a generated password, and hands the details over', async () => {
    const admin = await createAdmin(await testBackend());
    await createDepartment(admin, 'Sales');
    const { user, address } = await renderAt('/teams', { as: admin });
    expect(await screen.findByText('No team members yet')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Add member' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add member' });
    await user.type(within(dialog).getByLabelText('Email'), 'Mei@EXAMPLE.com');
    await user.type(within(dialog).getByLabelText('First name'), 'Mei');
    await user.type(within(dialog).getByLabelText('Last name'), 'Tanaka');
    await user.click(await within(dialog).findByRole('combobox', { name: 'Department' }));
    await user.click(await screen.findByRole('option', { name: 'Sales' }));
    await user.click(within(dialog).getByRole('button', { name: 'Generate password' }));
    const password = within(dialog).getByLabelText('Password');
    expect(password).toHaveAttribute('type', 'text');
    await user.click(within(dialog).getByRole('button', { name: 'Add member' }));

    const card = await screen.findByRole('dialog', { name: 'Log-in details of Mei Tanaka' });
    expect(within(card).getByText('mei@example.com')).toBeVisible();
    expect(within(card).getByText('http://localhost:3000/login')).toBeVisible();
    expect(within(card).getAllByRole('button').map((button) => button.textContent)).toEqual(['Copy', 'Done']);
    await user.click(within(card).getByRole('button', { name: 'Done' }));
    const row = (await screen.findByRole('rowheader', { name: 'Mei Tanaka' })).closest('tr');
    expect(row).toHaveTextContent('Sales');
    expect(row).toHaveTextContent('Employee');
    expect(address()).toBe('/teams');
  });

  test('edits a member found on a hard load, and sends only what changed', async () => {
    const admin = await createAdmin(await testBackend());
    const sales = await createDepartment(admin, 'Sales');
    const marketing = await createDepartment(admin, 'Marketing');
    const mei = await createMember(admin, { firstName: 'Mei', lastName: 'Tanaka', departmentId: sales.id });
    const { user } = await renderAt(`/teams/${mei.id}/edit`, { as: admin });
    const dialog = await screen.findByRole('dialog', { name: 'Edit member' });
    expect(await within(dialog).findByLabelText('First name')).toHaveValue('Mei');
    expect(await within(dialog).findByDisplayValue('Sales')).toBeVisible();
    await user.click(await within(dialog).findByRole('combobox', { name: 'Department' }));
    await user.click(await screen.findByRole('option', { name: marketing.name }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    const row = (await screen.findByRole('rowheader', { name: 'Mei Tanaka' })).closest('tr');
    expect(row).toHaveTextContent('Marketing');
    expect(await screen.findByText('Mei Tanaka was saved.')).toBeVisible();
  });
});
