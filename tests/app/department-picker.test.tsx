import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAdmin, createDepartments, createMember, type Account } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { network, testBackend } from '../support/test-backend.ts';

let admin: Account;
let ids: Map<string, string>;

beforeEach(async () => {
  admin = await createAdmin(await testBackend());
  const departments = await createDepartments(admin, ['Accounting', 'Café', 'Research', 'Sales', 'Sales support']);
  ids = new Map(departments.map(({ id, name }) => [name, id]));
  await createMember(admin, { firstName: 'Ada', lastName: 'Byron', departmentId: ids.get('Research') ?? '' });
});

const picker = () => screen.findByRole('combobox', { name: 'Department' });
const moves = (requests: readonly string[]) => requests.filter((request) => request.startsWith('PATCH'));

/** Opens "Move 1 member" for Ada. The picker has its first options. */
async function openMove() {
  const visit = await renderAt('/teams', { as: admin });
  await visit.user.click(await screen.findByRole('checkbox', { name: 'Select Ada Byron' }));
  await visit.user.click(await screen.findByRole('button', { name: 'Move to department…' }));
  await visit.user.click(await picker());
  await screen.findByRole('option', { name: 'Accounting' });
  return visit;
}

/** Holds back what the server finds for a search, until the returned function is called. */
function holdSearches(): () => void {
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  network.use(
    http.get('*/api/departments/', async ({ request }) => {
      if (new URL(request.url).searchParams.has('search')) await released;
      return undefined;
    }),
  );
  return () => release();
}

// While the picker's list is open, the rest is hidden from assistive technology, though not from a mouse.
const click = (user: UserEvent, name: string) => user.click(screen.getByText(name, { selector: 'button *' }));
const submit = (user: UserEvent) => click(user, 'Move 1 member');
const department = async () => (await screen.findByRole('row', { name: /Ada Byron/ })).textContent;

describe('an option of the text before', () => {
  test('cannot be selected by the keyboard', async () => {
    const { user, backend } = await openMove();
    const release = holdSearches();
    await user.type(await picker(), 'Sales');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await picker()).toHaveValue('Sales');
    await submit(user);
    expect(moves(backend.requests)).toEqual([]);
    release();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('1 member moved to Sales.'));
    await waitFor(async () => expect(await department()).toContain('Sales'));
  });

  test('cannot be clicked', async () => {
    const { user } = await openMove();
    holdSearches();
    await user.type(await picker(), 'Sa');
    expect(screen.queryByRole('option', { name: 'Accounting' })).toBeNull();
    expect(await screen.findByText('Loading…')).toBeVisible();
  });
});

describe('a name that was typed in full', () => {
  const leave = {
    Tab: (user: UserEvent) => user.tab(),
    Enter: (user: UserEvent) => user.keyboard('{Enter}'),
    'a click elsewhere': (user: UserEvent) => user.click(screen.getByText('Move 1 member', { selector: 'h2' })),
  };

  test.each(Object.entries(leave))('is taken on %s, of two that begin with it', async (_name, act) => {
    const { user } = await openMove();
    await user.type(await picker(), 'Sales');
    await screen.findByRole('option', { name: 'Sales support' });
    await act(user);
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(await picker()).toHaveValue('Sales');
    await submit(user);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('1 member moved to Sales.'));
  });

  test.each(Object.entries(leave))('is taken on %s, ahead of what the server finds', async (_name, act) => {
    const { user } = await openMove();
    const release = holdSearches();
    await user.type(await picker(), 'research');
    await act(user);
    release();
    await waitFor(async () => expect(await picker()).toHaveValue('Research'));
  });

  test('is taken by the submit button', async () => {
    const { user } = await openMove();
    await user.type(await picker(), 'Accounting');
    await submit(user);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('1 member moved to Accounting.'));
  });

  test('is taken without its accents, in either case', async () => {
    const { user } = await openMove();
    await user.type(await picker(), 'cafe');
    await user.tab();
    await waitFor(async () => expect(await picker()).toHaveValue('Café'));
  });

  test('is not taken for one of two that differ only in case', async () => {
    await createDepartments(admin, ['SALES']);
    const { user } = await openMove();
    await user.type(await picker(), 'sales');
    await user.tab();
    await waitFor(async () => expect(await picker()).toHaveValue(''));
  });

  test('is taken by every form with the field', async () => {
    const { user, backend } = await renderAt('/teams/new', { as: admin });
    await user.type(await screen.findByLabelText('Email'), 'grace@example.com');
    await user.type(screen.getByLabelText('First name'), 'Grace');
    await user.type(screen.getByLabelText('Last name'), 'Hopper');
    await user.click(screen.getByRole('button', { name: 'Generate password' }));
    const release = holdSearches();
    await user.type(await picker(), 'sales{Enter}{Enter}');
    expect(backend.requests.some((request) => request.startsWith('POST'))).toBe(false);
    release();
    expect(await screen.findByRole('dialog', { name: 'Log-in details of Grace Hopper' })).toBeVisible();
  });

  test('is taken where a department’s members move before it is deleted', async () => {
    const { user } = await renderAt(`/departments/${ids.get('Research')}`, { as: admin });
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete department' }));
    await user.type(await screen.findByRole('combobox', { name: 'Move to' }), 'Sales');
    await click(user, 'Move members and delete');
    await waitFor(() => expect(screen.getByRole('region', { name: 'Jobs' })).toHaveTextContent('1 member moved to Sales. Research was deleted.'));
  });
});
