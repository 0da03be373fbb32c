import { expect, test } from 'vitest';
import { excesses } from '../../../build/budgets.ts';

const graph = {
  imports: new Map([['src/members-page.tsx', ['src/table.tsx']]]),
  files: new Map([
    ['members.js', new Map([['src/members-page.tsx', 900]])],
    ['table.js', new Map([['src/table.tsx', 400]])],
  ]),
};
const members = { name: 'members', build: { script: 130, files: 4 }, modules: ['src/members-page.tsx'], always: ['start.js', 'app.js'], files: ['members.js', 'table.js'] };
const kilo = (file: string) => ({ 'start.js': 30, 'app.js': 80, 'members.js': 5, 'table.js': 15 })[file] ?? 0;

test('a page within its budget is fine', () => {
  expect(excesses([members], kilo, graph)).toEqual([]);
});

test('too much script is reported with the files that only this page loads, the heaviest first, and why', () => {
  const login = { ...members, name: 'login', files: [] };
  expect(excesses([login, { ...members, build: { script: 129.9, files: 4 } }], kilo, graph)).toEqual([
    [
      'The page "members" loads 130.0 kB of script; its budget is 129.9',
      'Besides the 110.0 kB of every page:',
      '15.0 kB table.js: src/members-page.tsx > src/table.tsx',
      '  mostly src/table.tsx (100 %)',
      '5.0 kB members.js: src/members-page.tsx',
      '  mostly src/members-page.tsx (100 %)',
    ].join('\n'),
  ]);
});

test('so are too many files', () => {
  expect(excesses([{ ...members, build: { script: 130, files: 3 } }], kilo, graph)).toEqual([expect.stringContaining('The page "members" loads 4 files; its budget is 3')]);
});
