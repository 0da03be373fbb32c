import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { catchDownloads } from '../support/downloads.ts';
import { createAdmin, createDepartment, createMember, type Account } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { testBackend } from '../support/test-backend.ts';

/* What is pressed right after a search was typed: nothing has been rendered in between. */
let admin: Account;

beforeEach(async () => {
  admin = await createAdmin(await testBackend());
  const sales = await createDepartment(admin, 'Sales');
  await createMember(admin, { firstName: 'Ada', lastName: 'Byron', departmentId: sales.id });
  await createMember(admin, { firstName: 'Grace', lastName: 'Hopper', departmentId: sales.id });
});

const box = () => screen.findByRole('searchbox');

/** Types a search and, in the same task, presses something: `brought`, after Enter has begun to bring it into the URL. */
async function typeAndPress(text: string, target: HTMLElement, brought: boolean) {
  const search = await box();
  act(() => {
    fireEvent.change(search, { target: { value: text } });
    if (brought) fireEvent.keyDown(search, { key: 'Enter' });
    fireEvent.click(target);
  });
}

describe.each([
  ['is still being typed', false],
  ['is on its way into the URL', true],
])('a search that %s', (_when, brought) => {
  test('is what is exported', async () => {
    const downloads = catchDownloads();
    await renderAt('/teams?ordering=-first_name', { as: admin });
    await screen.findByRole('row', { name: /Grace Hopper/ });
    await typeAndPress('byron', screen.getByRole('button', { name: 'Export CSV' }), brought);
    await waitFor(() => expect(downloads[0]?.text.split('\r\n').slice(1)).toEqual([expect.stringContaining('Ada,Byron'), '']));
  });

  test('is there when a dialog opens, and after it', async () => {
    const { user, address } = await renderAt('/teams', { as: admin });
    await screen.findByRole('row', { name: /Grace Hopper/ });
    await typeAndPress('byron', screen.getByRole('link', { name: 'Add member' }), brought);
    const dialog = await screen.findByRole('dialog', { name: 'Add member' });
    expect(address()).toBe('/teams/new?search=byron');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(address()).toBe('/teams?search=byron');
    expect(await box()).toHaveValue('byron');
    expect(await screen.findByText('1 of 1')).toBeVisible();
  });

  test('is kept by another order', async () => {
    const { address } = await renderAt('/teams', { as: admin });
    await screen.findByRole('row', { name: /Grace Hopper/ });
    await typeAndPress('e', screen.getByRole('button', { name: 'Email' }), brought);
    await waitFor(() => expect(address()).toMatch(/search=e/));
    await waitFor(() => expect(address()).toMatch(/ordering=email/));
    expect(await screen.findByText('1–2 of 2')).toBeVisible();
  });

  test('is gone when it is cleared before it arrived', async () => {
    const { address } = await renderAt('/teams', { as: admin });
    await screen.findByRole('row', { name: /Grace Hopper/ });
    const search = await box();
    act(() => {
      fireEvent.change(search, { target: { value: 'byron' } });
      if (brought) fireEvent.keyDown(search, { key: 'Enter' });
      fireEvent.change(search, { target: { value: '' } });
    });
    fireEvent.keyDown(search, { key: 'Enter' });
    await waitFor(() => expect(address()).toBe('/teams'));
    expect(await screen.findByText('1–2 of 2')).toBeVisible();
    expect(search).toHaveValue('');
  });
});
