import { describe, expect, test } from 'vitest';
import { pageAt, pages } from '../../../src/app/pages.ts';
import { paths } from '../../../src/paths.ts';

describe('pageAt', () => {
  test.each(Object.entries(paths))('the path %s leads to a page', (_name, path) => {
    const { pathname } = new URL(typeof path === 'string' ? path : path('7'), 'http://localhost');
    expect(pageAt(pathname)).toBeDefined();
  });

  test.each([
    ['/departments/new', 'departments'],
    ['/departments/7/edit', 'departments'],
    ['/departments/7', 'department'],
    ['/departments/7/rename', 'department'],
    ['/teams/import', 'importMembers'],
    ['/teams/', 'members'],
    ['/', 'overview'],
  ] as const)('%s is on the page %s, whatever dialog lies over it', (path, name) => {
    expect(pageAt(path)).toBe(pages[name]);
  });

  test.each(['/teams/7', '/reports', '/departments/7/rename/now'])('%s is no page', (path) => {
    expect(pageAt(path)).toBeUndefined();
  });
});
