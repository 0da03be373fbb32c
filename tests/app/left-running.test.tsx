import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createAdmin, createDepartment } from '../support/factories.ts';
import { renderAt } from '../support/render-at.tsx';
import { testBackend } from '../support/test-backend.ts';

// Vitest cannot stop a test that times out: its body goes on beside the next test. The first test here leaves such a
// body behind without a timeout, by not waiting for it; the second one sets it going in its midst.
let goOn = () => {};
const told = new Promise<void>((resolve) => {
  goOn = resolve;
});
let left: Promise<string>[] = [];
const leave = (work: () => Promise<unknown>) => told.then(work).then(() => 'done', String);
const admin = { email: 'ada@example.com', password: 'correct-horse-7-staple' };

async function openDepartments() {
  const backend = await testBackend();
  const account = await createAdmin(backend, admin);
  await createDepartment(account, 'Sales');
  const visit = await renderAt('/departments', { as: account });
  return { ...visit, box: await screen.findByRole('checkbox', { name: 'Select Sales' }) };
}

test('a test leaves a body behind that clicks, types, opens pages and sends requests', async () => {
  const { user } = await openDepartments();
  const { session } = await import('../../src/session/client.ts');
  left = [
    leave(() => user.click(screen.getByRole('checkbox', { name: 'Select Sales' }))),
    leave(() => user.keyboard(' ')),
    leave(() => screen.findByRole('checkbox', { name: 'Select Sales' })),
    leave(() => renderAt('/profile', { as: 'admin' })),
    leave(() => session.logIn(admin)),
    leave(async () => console.error('too late')),
  ];
});

test('the next test notices nothing of it', async () => {
  const { address, backend, box } = await openDepartments();
  box.focus();
  goOn();
  const refused = 'Error: The test that this belongs to is over.';
  expect(await Promise.all(left)).toEqual([refused, refused, refused, refused, expect.stringContaining('ApiError'), 'done']);
  expect(box).toBeInTheDocument();
  expect(box).not.toBeChecked();
  expect(address()).toBe('/departments');
  expect(backend.requests).not.toContain('POST /api/auth/jwt/create/');
});
