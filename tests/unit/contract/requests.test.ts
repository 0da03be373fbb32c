import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
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
