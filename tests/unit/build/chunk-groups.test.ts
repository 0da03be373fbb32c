import { expect, test } from 'vitest';
import { moduleId } from '../../../build/chunk-groups.ts';

const ids = ['/home/src/ui/form.tsx', '/home/src/forms/form.tsx'];

test('a module is found by its path from the root', () => {
  expect(moduleId('src/forms/form.tsx', ids)).toBe('/home/src/forms/form.tsx');
});

test('a group that names a module that does not exist is an error that names it', () => {
  expect(() => moduleId('src/lists/form.tsx', ids)).toThrow('names src/lists/form.tsx, but the app has no such module');
});
