import { describe, expect, test } from 'vitest';
import { nextKey, usesCommandKey } from '../../../../src/features/palette/shortcuts.ts';

describe('single keys', () => {
  test.each([
    [null, '?', 'shortcuts', null],
    [null, '/', 'search', null],
    [null, 'g', null, 'g'],
    ['g', 'd', 'departments', null],
    ['g', 't', 'members', null],
    ['g', 'g', null, 'g'],
    ['g', 'x', null, null],
    ['g', '?', 'shortcuts', null],
    [null, 'd', null, null],
  ])('after %j, %j sets off %j and leaves %j waiting', (pending, key, action, left) => {
    expect(nextKey(pending, key)).toEqual({ action, pending: left });
  });

  test('know the platforms with a ⌘ key', () => {
    expect(['MacIntel', 'iPhone', 'Win32', 'Linux x86_64'].map(usesCommandKey)).toEqual([true, true, false, false]);
  });
});
