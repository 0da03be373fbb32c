import { expect, test } from 'vitest';
import { emailSpellings, normalizeEmail, readableEmail, searchOnWire } from '../../../src/lib/email.ts';

test.each([
  [' Ada@Example.COM ', 'ada@example.com'],
  ['ada@MÜNCHEN.de', 'ada@xn--mnchen-3ya.de'],
  ['ada@xn--mnchen-3ya.de', 'ada@xn--mnchen-3ya.de'],
  ['\u202aada\u200b@mu\u0308nchen.de\u202c', 'ada@xn--mnchen-3ya.de'],
  ['a@b@MÜNCHEN.de', 'a@b@xn--mnchen-3ya.de'],
  ['Nobody', 'nobody'],
])('%j is stored as %s', (text, stored) => {
  expect(normalizeEmail(text)).toBe(stored);
});

test.each([
  ['ada@example.com', ['ada@example.com']],
  [' Ada@EXAMPLE.com', ['Ada@example.com', 'ada@example.com']],
  ['ada@münchen.de', ['ada@xn--mnchen-3ya.de', 'ada@münchen.de']],
  ['Ada@xn--mnchen-3ya.de', ['Ada@xn--mnchen-3ya.de', 'ada@xn--mnchen-3ya.de', 'Ada@münchen.de', 'ada@münchen.de']],
  ['Nobody', ['Nobody', 'nobody']],
])('the account of %j may be under %j', (text, spellings) => {
  expect(emailSpellings(text)).toEqual(spellings);
});

test('an address is read with its domain in Unicode', () => {
  expect(readableEmail('ada@xn--mnchen-3ya.de')).toBe('ada@münchen.de');
  expect(readableEmail('xn--mnchen-3ya@example.com')).toBe('xn--mnchen-3ya@example.com');
});

test.each([
  ['ada@MÜNCHEN.de grace', 'ada@xn--mnchen-3ya.de grace'],
  ['@mu\u0308nchen.de,x', '@xn--mnchen-3ya.de,x'],
  [' Münch\u200ben  Ost ', 'München Ost'],
  ['@', '@'],
])('a search for %j is sent as %j', (search, sent) => {
  expect(searchOnWire(search)).toBe(sent);
});
