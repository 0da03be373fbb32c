import { expect, test } from 'vitest';
import { missingParts, moduleOf, readPages } from '../../../build/read-pages.ts';
import { pages } from '../../../src/app/pages.ts';

test('the table is read with the modules of each page, dialogs at their own paths', async () => {
  const members = (await readPages()).find(({ name }) => name === 'members');
  expect(members).toMatchObject({
    module: 'src/features/members/members-page.tsx',
    requests: ['src/data/loaders.ts'],
    dialogs: ['src/features/members/new-member.tsx', 'src/features/members/edit-member.tsx'],
    who: 'private',
  });
  expect(members?.modules).toContain('src/app/shell/shell.tsx');
  expect(members?.places.map(({ pattern, modules }) => [pattern, modules.filter((module) => module.includes('/members/'))])).toEqual([
    ['^/teams/*$', ['src/features/members/members-page.tsx']],
    ['^/teams/new/*$', ['src/features/members/members-page.tsx', 'src/features/members/new-member.tsx']],
    ['^/teams/[^/]+/edit/*$', ['src/features/members/members-page.tsx', 'src/features/members/edit-member.tsx']],
  ]);
});

test('a part that a page lacks is named', () => {
  const { build: _build, ...rest } = pages.profile;
  expect(missingParts([['profile', rest], ['login', pages.login]], [])).toEqual([
    'The page "profile" has no build.script in src/app/pages.ts',
    'The page "profile" has no build.files in src/app/pages.ts',
  ]);
});

test('a page that is not in the table is named', () => {
  expect(missingParts([['login', { ...pages.login }]], ['src/features/reports/reports-page.tsx', 'src/features/reports/words.ts'])).toEqual([
    'src/features/reports/reports-page.tsx is not declared in src/app/pages.ts',
  ]);
});

test('code that is not loaded by an import of its own is refused', () => {
  expect(() => moduleOf(async () => pages)).toThrow("no import('…')");
});
