import { expect, test } from 'vitest';
import { datedFileName } from '../../../src/lib/download-file.ts';

test('a dated file name', () => {
  expect(datedFileName('team-members', new Date(2026, 10, 3))).toBe('team-members-2026-11-03.csv');
});
