import { expect, test } from 'vitest';
import { generatePassword } from '../../../src/lib/generate-password.ts';

test('makes passwords that a person can read and the backend takes', () => {
  const made = Array.from({ length: 500 }, generatePassword);
  expect(new Set(made).size).toBe(500);
  for (const password of made) {
    expect(password).toMatch(/^([a-km-zA-HJ-NP-Z2-9]{4}-){3}[a-km-zA-HJ-NP-Z2-9]{4}$/);
    expect(password).not.toMatch(/[lIO01o]/);
    expect(password).toMatch(/\d/);
  }
});
