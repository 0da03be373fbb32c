import { expect, test } from 'vitest';
import { explainFiles } from '../../../build/import-chains.ts';

const graph = {
  imports: new Map([
    ['src/overview-page.tsx', ['src/figures.tsx', 'src/first-steps.tsx']],
    ['src/first-steps.tsx', ['src/flags.ts']],
    ['src/new-member.tsx', ['src/overlay.tsx', 'src/flags.ts']],
  ]),
  files: new Map([
    ['overview.js', new Map([['src/overview-page.tsx', 300], ['src/figures.tsx', 100], ['src/first-steps.tsx', 200]])],
    ['dialogs.js', new Map([['src/flags.ts', 10], ['src/new-member.tsx', 190]])],
    ['overlay.js', new Map([['src/overlay.tsx', 50]])],
    ['unrelated.js', new Map([['src/unrelated.ts', 1]])],
  ]),
};
const explained = (file: string) => explainFiles(['src/overview-page.tsx'], [file], graph)[0];

test('a file is explained by the imports that lead from the page into it', () => {
  expect(explained('dialogs.js')).toContain('dialogs.js: src/overview-page.tsx > src/first-steps.tsx > src/flags.ts\n');
});

test('what a module brings along by sharing a file is told from what is imported', () => {
  expect(explained('overlay.js')).toContain(
    'overlay.js: src/overview-page.tsx > src/first-steps.tsx > src/flags.ts, in one file with src/new-member.tsx > src/overlay.tsx\n',
  );
});

test('the largest modules of the file are named, with their shares', () => {
  expect(explained('dialogs.js')).toContain('mostly src/new-member.tsx (95 %), src/flags.ts (5 %)');
});

test('a file that nothing leads to is said to be that', () => {
  expect(explained('unrelated.js')).toContain('unrelated.js: by no import');
});
