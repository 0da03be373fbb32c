import { describe, expect, test } from 'vitest';
import { keyOf, nextKey, usesCommandKey } from '../../../../src/features/palette/shortcuts.ts';

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

describe('a key', () => {
  test.each([
    ['US', 'g', 'KeyG', 'g'],
    ['US with Caps Lock', 'G', 'KeyG', 'g'],
    ['Russian', 'п', 'KeyG', 'g'],
    ['Russian with Caps Lock', 'П', 'KeyG', 'g'],
    ['Russian', 'л', 'KeyK', 'k'],
    ['Ukrainian', 'в', 'KeyD', 'd'],
    ['Greek', 'γ', 'KeyG', 'g'],
    ['Hebrew', 'ע', 'KeyG', 'g'],
    ['Hebrew', '/', 'KeyQ', '/'],
    ['Arabic', 'ل', 'KeyG', 'g'],
    ['Arabic', 'ظ', 'Slash', '/'],
    ['Hindi', '्', 'KeyD', 'd'],
    ['Thai', 'ฝ', 'Slash', '/'],
    ['Korean', 'ㅎ', 'KeyG', 'g'],
    // A Latin layout says itself what its keys are, wherever they are.
    ['Dvorak', 'g', 'KeyU', 'g'],
    ['French', 'q', 'KeyA', 'q'],
    ['Turkish F', 'ğ', 'KeyE', 'ğ'],
    ['German', 'ß', 'Minus', 'ß'],
    ['Polish with AltGr', 'ó', 'KeyO', 'ó'],
    ['Spanish with AltGr', '·', 'Slash', '·'],
  ])('of a keyboard set to %s: %s at %s is %s', (_layout, key, code, expected) => {
    expect(keyOf({ key, code, shiftKey: false })).toBe(expected);
  });

  test.each([
    ['US', 'G', 'KeyG', 'G'],
    ['Russian', 'П', 'KeyG', 'G'],
    ['Russian', '?', 'Digit7', '?'],
    ['German', '/', 'Digit7', '/'],
    ['Arabic', '؟', 'Slash', '?'],
  ])('of a keyboard set to %s, with Shift: %s at %s is %s', (_layout, key, code, expected) => {
    expect(keyOf({ key, code, shiftKey: true })).toBe(expected);
  });
});
