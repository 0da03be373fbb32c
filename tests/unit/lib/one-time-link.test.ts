// @vitest-environment node
import { expect, test } from 'vitest';
import { readOneTimeLink } from '../../../src/lib/one-time-link.ts';

const at = (address: string) => readOneTimeLink(new URL(address, 'http://localhost'));

test.each([
  ['/activate/MQ/c1x-2f', 'activate'],
  ['/activate/MQ/c1x-2f/', 'activate'],
  ['/#/activate/MQ/c1x-2f', 'activate'],
  ['/#activate/MQ/c1x-2f', 'activate'],
  ['/login#/activate/MQ/c1x-2f', 'activate'],
  ['/password/reset/confirm/MQ/c1x-2f', 'reset'],
  ['/#/password/reset/confirm/MQ/c1x-2f/', 'reset'],
])('%s', (address, kind) => {
  expect(at(address)).toEqual({ kind, uid: 'MQ', token: 'c1x-2f' });
});

test('encoded characters are decoded', () => {
  expect(at('/activate/M%51/a%2Db')).toEqual({ kind: 'activate', uid: 'MQ', token: 'a-b' });
});

test.each(['/', '/activate', '/activate/MQ', '/activate/MQ/t/more', '/password/reset', '/password/reset/confirm', '/#/departments', '/departments/activate/MQ/t', '/activate/%E0%A4%A/t'])(
  '%s is none',
  (address) => {
    expect(at(address)).toBeNull();
  },
);
