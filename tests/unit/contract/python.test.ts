import { describe, expect, test } from 'vitest';
import { int, length, splitWhitespace, str, strip, typeName } from '../../../src/contract/python.ts';

describe('what Python does', () => {
  test('white space', () => {
    expect(strip('\u001c\t x\u00a0y \u0085\u2003')).toBe('x\u00a0y');
    expect(strip('\ufeffx\u200b')).toBe('\ufeffx\u200b');
    expect(splitWhitespace(' a\u3000b\u001cc ')).toEqual(['a', 'b', 'c']);
  });

  test('lengths, types and texts', () => {
    expect(length('a😀é')).toBe(3);
    expect([null, true, 1, 1.5, '', [], {}].map(typeName)).toEqual(['NoneType', 'bool', 'int', 'float', 'str', 'list', 'dict']);
    expect(str([null, true, 1, "it's", 'a"\'b', { k: [] }])).toBe(`[None, True, 1, "it's", 'a"\\'b', {'k': []}]`);
    const deep: unknown[] = [];
    let inner = deep;
    for (let depth = 0; depth < 50_000; depth += 1) inner.push((inner = []));
    expect(str(deep)).toContain('...');
  });

  test.each([['5', '5'], [' +5 ', '5'], ['-05', '-5'], ['1_000', '1000'], ['0', '0'], ['-0', '0'], ['', null], ['1.0', null], ['1e3', null], ['_1', null], ['0x1', null], ['9'.repeat(30), '9'.repeat(30)]])(
    'int(%j) is %j',
    (text, digits) => {
      expect(int(text)).toBe(digits);
    },
  );
});
