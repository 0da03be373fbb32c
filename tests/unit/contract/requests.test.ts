import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { int, length, splitWhitespace, str, strip, typeName } from '../../../src/contract/python.ts';
import { departmentUpdateRequest, memberCreateRequest, memberUpdateRequest, signUpRequest } from '../../../src/contract/requests.ts';

/** The messages of each field, as the server groups them. */
function refusals(schema: z.ZodMiniType, body: unknown): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of z.safeParse(schema, body).error?.issues ?? []) (fields[path.join('.')] ??= []).push(message);
  return fields;
}

const required = ['This field is required.'];

describe('requests', () => {
  test('tell every field that is missing', () => {
    expect(refusals(signUpRequest, {})).toEqual({ email: required, first_name: required, last_name: required, role: required, password: required, re_password: required });
    expect(refusals(memberUpdateRequest, {})).toEqual({});
  });

  test('take what DRF takes, and make of it what DRF makes', () => {
    const body = { email: ' Ada@b.co ', first_name: 5, last_name: '\u3000Abe\u0085', department: ' 007 ', password: ' secret ', more: 1 };
    expect(z.parse(memberCreateRequest, body)).toEqual({ email: 'Ada@b.co', first_name: '5', last_name: 'Abe', department: '7', password: 'secret' });
    expect(z.parse(memberUpdateRequest, { department: 7 })).toEqual({ department: '7' });
    expect(z.parse(departmentUpdateRequest, { company: 1 })).toEqual({});
  });

  test.each([
    ['', 'This field may not be null.'], [null, 'This field may not be null.'], ['abc', 'Incorrect type. Expected pk value, received str.'],
    [true, 'Incorrect type. Expected pk value, received bool.'], [[1], 'Incorrect type. Expected pk value, received list.'],
    [{}, 'Incorrect type. Expected pk value, received dict.'], [1.5, 'Incorrect type. Expected pk value, received float.'], ['1.0', 'Incorrect type. Expected pk value, received str.'],
  ])('a department of %j is refused', (department, message) => {
    expect(refusals(memberUpdateRequest, { department })).toEqual({ department: [message] });
  });

  test('tell every rule of a field that is broken', () => {
    expect(refusals(signUpRequest.shape.email, `${'x'.repeat(300)}\u0000`)).toEqual({
      '': ['Ensure this field has no more than 254 characters.', 'Null characters are not allowed.', 'Enter a valid email address.'],
    });
  });

  test.each([
    [[1], 'Invalid data. Expected a dictionary, but got list.'], ['text', 'Invalid data. Expected a dictionary, but got str.'], [5, 'Invalid data. Expected a dictionary, but got int.'],
    [1.5, 'Invalid data. Expected a dictionary, but got float.'], [true, 'Invalid data. Expected a dictionary, but got bool.'], [null, 'No data provided'],
  ])('a body of %j is none', (body, message) => {
    expect(refusals(signUpRequest, body)).toEqual({ '': [message] });
  });
});

describe('the ways of Python', () => {
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
