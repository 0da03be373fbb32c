// @vitest-environment node
import { expect, test } from 'vitest';
import { describeError } from '../../../src/http/error-words.ts';
import { ApiError, type ApiErrorKind } from '../../../src/http/errors.ts';

test('every kind is one or two plain sentences', () => {
  const kinds: ApiErrorKind[] = ['validation', 'unauthorized', 'forbidden', 'not-found', 'too-large', 'throttled', 'server', 'network', 'timeout', 'contract', 'session-ended', 'bad-request', 'unavailable'];
  for (const kind of kinds) expect(describeError(new ApiError(kind))).toMatch(/^[A-Z][^!<]+\.$/);
});

test.each([
  ['a piece of the app that did not load', new TypeError('Failed to fetch dynamically imported module: http://localhost/assets/x.js'), /^A part of the app could not be loaded\./],
  ['blocked storage', new DOMException('The operation is insecure.', 'SecurityError'), /^This browser blocks/],
  ['an error while rendering', new TypeError('x is undefined'), /^Something went wrong in the app\./],
  ['what is no error at all', 'odd', /^Something went wrong in the app\./],
])('%s is said to be what it is, and never the server’s fault', (_what, fault, words) => {
  expect(describeError(fault)).toMatch(words);
  expect(describeError(fault)).toMatch(/^[A-Z][^!<]+\.$/);
  expect(describeError(fault)).not.toMatch(/server/i);
});

test('the server’s own words are shown where it wrote them for people, simplejwt’s never', () => {
  const refused = 'The department still has members.';
  expect(describeError(new ApiError('validation', { messages: [refused] }))).toBe(refused);
  expect(describeError(new ApiError('validation', { fields: { name: [refused] } }))).toBe(refused);
  const wrong = 'No active account found with the given credentials';
  expect(describeError(new ApiError('unauthorized', { messages: [wrong] }))).toBe(wrong);
  const jargon = { code: 'token_not_valid', messages: ['Given token not valid for any token type'] };
  expect(describeError(new ApiError('unauthorized', jargon))).toBe('You are not logged in. Log in to continue.');
});

test('a busy service is called so, whatever it sent', () => {
  expect(describeError(new ApiError('server', { status: 503, retryAfter: 5 }))).toBe('The service is busy. Try again in 5 seconds.');
  expect(describeError(new ApiError('server', { status: 503, messages: ['Please try again.'] }))).toBe('The service is busy. Try again in a moment.');
  expect(describeError(new ApiError('server', { status: 502 }))).toBe('The server had a problem. Try again in a moment.');
});

test.each([[1, 'in 1 second'], [59, 'in 59 seconds'], [150, 'in 3 minutes'], [86400, 'in 24 hours'], [0, 'in 1 second']])('throttled for %i s', (seconds, words) => {
  expect(describeError(new ApiError('throttled', { retryAfter: seconds }))).toBe(`Too many attempts. Try again ${words}.`);
});
