import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { delay, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { createAdmin, createDepartment, createMember, type Account } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

const turning = 'Bob\u202e';
const arabic = 'المبيعات';
const apart = `\u2068${arabic}\u2069`;

let admin: Account;

beforeEach(async () => {
  admin = await createAdmin(await testBackend());
});

async function choose(user: UserEvent, actions: RegExp, action: string) {
  await user.click(await screen.findByRole('button', { name: actions }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
}

test('a name that turns the direction leaves the sentences about it in order', async () => {
  const { id } = await createDepartment(admin, 'Sales');
  await createMember(admin, { firstName: turning, lastName: 'Live', departmentId: id });
  const { user } = await renderAt('/teams', { as: admin });
  expect(await screen.findByRole('checkbox', { name: 'Select Bob Live' })).toBeVisible();
  await choose(user, /^Actions for Bob Live$/, 'Delete');
  const question = await screen.findByRole('alertdialog', { name: 'Delete Bob Live?' });
  await user.click(within(question).getByRole('button', { name: 'Delete member' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^Bob Live was deleted\./));
});

test('a department with a right-to-left name names the document, and the question and message about it', async () => {
  const { id } = await createDepartment(admin, arabic);
  const { user } = await renderAt(`/departments/${id}`, { as: admin });
  await waitFor(() => expect(document.title).toBe(`${apart} – Company admin`));
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const question = await screen.findByRole('alertdialog', { name: `Delete ${apart}?` });
  await user.click(within(question).getByRole('button', { name: 'Delete department' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(`Department “${apart}” was deleted.`));
});

test('a job that names such a department keeps it apart', async () => {
  await createDepartment(admin, arabic);
  const { id } = await createDepartment(admin, 'Sales');
  await createMember(admin, { firstName: 'Ada', lastName: 'Byron', departmentId: id });
  const { user } = await renderAt('/teams', { as: admin });
  await user.click(await screen.findByRole('checkbox', { name: 'Select Ada Byron' }));
  await user.click(await screen.findByRole('button', { name: 'Move to department…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Move 1 member' });
  await user.type(within(dialog).getByRole('combobox', { name: 'Department' }), arabic);
  await user.click(await screen.findByRole('option', { name: arabic }));
  await user.click(within(dialog).getByRole('button', { name: 'Move 1 member' }));
  expect(await screen.findByText(`Move 1 member to ${apart}`)).toBeVisible();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(`1 member moved to ${apart}.`));
});

test('a department with such a name keeps its place in the hint while it is being added', async () => {
  network.use(http.post('*/api/departments/', () => delay(300)));
  const { user } = await renderAt('/teams/new', { as: admin });
  const dialog = await screen.findByRole('dialog', { name: 'Add member' });
  await user.type(await within(dialog).findByRole('combobox', { name: 'Department' }), arabic);
  await user.click(await screen.findByRole('option', { name: `Create “${apart}”` }));
  expect(await within(dialog).findByText(`Adding the department “${apart}”…`)).toBeVisible();
});
