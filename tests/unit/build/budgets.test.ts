import { expect, test } from 'vitest';
import { excesses } from '../../../build/budgets.ts';

const page = (name: string, files = 3) => ({ name, files: Array.from({ length: files }, (_, index) => `${index}.js`) });

test('a page within its budget is fine, and so is one that has none', () => {
  expect(excesses([page('login'), page('members'), page('overview', 40)], () => 43, 9, [])).toEqual([]);
});

test('too much script, too many requests, too many styles and a font are named', () => {
  const found = excesses([page('login'), page('members', 5)], () => 44, 10.1, ['inter.woff2']);
  expect(found).toEqual([
    expect.stringContaining('inter.woff2'),
    expect.stringContaining('styles are 10.1 kB'),
    expect.stringContaining('"login" loads 132.0 kB'),
    expect.stringContaining('"members" loads 220.0 kB'),
    expect.stringContaining('"members" makes 9 requests'),
  ]);
});
