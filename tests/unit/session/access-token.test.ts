// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lifetimeOf, readClaims } from '../../../src/session/access-token.ts';
import { recording } from '../../support/recordings.ts';

const jwt = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

function recordedAccess(name: string): string {
  const [exchange] = recording(name);
  // the first exchange of these recordings is a log-in
  return (exchange?.response.body as { access: string } | undefined)?.access ?? '';
}

describe('claims', () => {
  test('as recorded, with a number and a UUID for the user', () => {
    expect(readClaims(recordedAccess('rotation/refresh'))).toEqual({ userId: '1', exp: 1795461406, iat: 1795461106 });
    expect(readClaims(recordedAccess('uuid/session'))?.userId).toBe('5ec3eb7f-209d-4e83-8eab-9c3eb1993073');
  });

  test('text beyond ASCII, and claims that are missing or odd', () => {
    expect(readClaims(jwt({ user_id: 'Zoë €' }))).toEqual({ userId: 'Zoë €', exp: null, iat: null });
    expect(readClaims(jwt({ sub: 'x', exp: 'soon', iat: null }))).toEqual({ userId: 'x', exp: null, iat: null });
    expect(readClaims(jwt({ user_id: '', sub: 1.5 }))?.userId).toBeNull();
  });

  test.each([null, undefined, 7, {}, '', 'garbage', 'a.b.c', 'a.b', jwt([1]), jwt('x'), jwt(null), `${jwt({})}.x`, `${jwt({})}\r\nX-Evil: 1`])('%j is no token', (token) => {
    expect(readClaims(token)).toBeNull();
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.anything(), fc.string(), (anything, text) => void [readClaims(anything), readClaims(`a.${text}.b`)]));
  });
});

describe('lifetime', () => {
  test.each([
    [{ exp: 1300, iat: 1000 }, 300_000],
    [{ exp: 1002, iat: 1000 }, 2000],
    [{ exp: null, iat: 1000 }, null],
    [{ exp: 1300, iat: null }, null],
    [{ exp: 1000, iat: 1000 }, null],
    [{ exp: 1000, iat: 1300 }, null],
    [{ exp: 9e15, iat: 0 }, null],
  ])('%j', (times, lifetime) => {
    expect(lifetimeOf({ userId: null, ...times })).toBe(lifetime);
  });
});
