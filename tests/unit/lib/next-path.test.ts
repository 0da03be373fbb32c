// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeNext } from '../../../src/lib/next-path.ts';

describe('where to go after log-in', () => {
  test.each(['/', '/departments', '/departments?search=a%20b&page=2', '/teams/7/edit#name', '/teams?search=%2F%2Fx', '/teams?next=//evil', '/loginx', '/departments/%E2%82%AC'])('%s is an own path', (path) => {
    expect(safeNext(path)).toBe(path);
  });

  test.each([
    null, undefined, '', 'departments', './departments', 'https://evil.com/x', '//evil.com', '///evil.com', '/\\evil.com', '\\\\evil.com', '/%2Fevil.com',
    '/%2fevil.com', '/%252Fevil.com', '/%5Cevil.com', '/..//evil.com', '/.//evil.com', '/%2e%2e//evil.com', '/a/..//evil.com', '/\t/evil.com', '/\n/evil.com',
    '\t//evil.com', ' //evil.com', '/\u0000', '/\u007f', 'javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', '/%', '/%E2%28', '/a\\b',
    '/login', '/login/', '/login?next=/login', '/LOGIN', '/%6Cogin', '/x/../login', '/login#x',
  ])('%j leads home', (next) => {
    expect(safeNext(next)).toBe('/');
  });

  test('whatever comes in, a browser stays on this site', () => {
    const nasty = fc.string({ unit: fc.constantFrom('/', '\\', '.', '%', '2', 'F', 'f', '5', 'C', 'e', 'E', ':', '@', '?', '#', '\t', '\n', ' ', 'a', 'login') });
    const start = fc.constantFrom('', '/', '//', 'https:', 'https://', 'javascript:');
    fc.assert(
      fc.property(fc.oneof(fc.tuple(start, nasty).map((parts) => parts.join('')), fc.string()), (next) => {
        const path = safeNext(next);
        const target = new URL(path, 'https://here.example/deep/page');
        expect(target.origin).toBe('https://here.example');
        expect(target.pathname).not.toMatch(/^\/\/|^\/login(\/|$)/);
        expect(safeNext(path)).toBe(path);
      }),
      { numRuns: 1000 },
    );
  });
});
