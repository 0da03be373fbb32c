import { expect, test } from 'vitest';
import { isEmailAddress } from '../../../src/contract/email-address.ts';

// As Django 3.2 judges each.
test.each([
  'a@b.co', 'A@B.CO', 'a+b@c.co', "o'r@c.co", 'a/b@c.co', '"q@q"@b.co', 'a@localhost', 'a@[127.0.0.1]', 'a@[::1]', 'a@123.com', 'a@b.c1', 'a@b.123',
  'a@xn--abc.co', 'a@ä.co', 'a@日本.jp', 'a@b.日本', 'a@ß.de', 'a@b。co', `a@${'b'.repeat(63)}.co`, `${'x'.repeat(250)}@b.co`,
])('%s is an address', (text) => {
  expect(isEmailAddress(text)).toBe(true);
});

test.each([
  '', 'plain', '"quoted x"@b.co', 'a@', '@example.com', 'a b@example.com', 'a@example', 'a@@example.com', 'a@exa mple.com', 'a@example..com', '.a@c.co', 'a.b.@c.co', 'a..b@c.co', 'ä@b.co',
  'a@-b.co', 'a@b-.co', 'a@b.c', 'a@b.co-', 'a@b_c.co', 'a@b.co.', 'a@.co', 'a@b@c.co', `a@${'b'.repeat(64)}.co`, `${'x'.repeat(330)}@b.co`, 'a\u0000@b.co', 'a@b.co\n',
  'a,b@c.co', 'a@b,c.co', 'a\\b@c.co', 'a@b/c.co', 'a@b.co/x', 'a@b.co?x', 'a@b.co#x', 'a@b:80.co', 'a@[300.1.1.1]', 'a@[IPv6:::1]', 'a@[1.2.3]', 'a@x y.z',
])('%j is none', (text) => {
  expect(isEmailAddress(text)).toBe(false);
});
