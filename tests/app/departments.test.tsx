import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { createAdmin, createDepartments } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { testBackend } from '../support/test-backend.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Department ${String(index + 1).padStart(2, '0')}`);

async function companyWith(names: readonly string[]) {
  const admin = await createAdmin(await testBackend());
  const departments = await createDepartments(admin, names);
  return { admin, departments };
}

const names = async () => (await screen.findAllByRole('rowheader')).map((cell) => cell.textContent);

describe('the list of departments', () => {
  test('shows the first page, the range and the way to the next', async () => {
    const { admin } = await companyWith(numbered(12));
    const { user, address } = await renderAt('/departments', { as: admin });
    expect(await screen.findByRole('table', { name: 'Departments' })).toBeVisible();
    expect(await names()).toEqual(numbered(10));
    expect(screen.getByText('1–10 of 12')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Page 2' }));
    expect(await screen.findByText('11–12 of 12')).toBeVisible();
    expect(await names()).toEqual(['Department 11', 'Department 12']);
    expect(address()).toBe('/departments?page=2');
  });

  test('adds, renames and deletes a department', async () => {
    const { user, address } = await renderAt('/departments', { as: 'admin' });
    await user.click(await screen.findByRole('link', { name: 'Add department' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add department' });
    expect(address()).toBe('/departments/new');
    await user.type(within(dialog).getByLabelText('Name'), 'Sales');
    await user.click(within(dialog).getByRole('button', { name: 'Add department' }));
    expect(await screen.findByRole('rowheader', { name: 'Sales' })).toBeVisible();
    expect(address()).toBe('/departments');

    await user.click(screen.getByRole('button', { name: 'Actions for Sales' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Rename' }));
    const rename = await screen.findByRole('dialog', { name: 'Rename department' });
    await user.clear(within(rename).getByLabelText('Name'));
    await user.type(within(rename).getByLabelText('Name'), 'Marketing');
    await user.click(within(rename).getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('rowheader', { name: 'Marketing' })).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Actions for Marketing' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    const alert = await screen.findByRole('alertdialog', { name: 'Delete Marketing?' });
    await user.click(within(alert).getByRole('button', { name: 'Delete department' }));
    expect(await screen.findByText('No departments yet')).toBeVisible();
  });
});
