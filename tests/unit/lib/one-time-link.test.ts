// @vitest-environment node
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOneTimeLink } from '../../../src/lib/one-time-link.ts';

const at = (address: string) => readOneTimeLink(new URL(`http://localhost${address}`));

const paths = { activate: 'activate', reset: 'password/reset/confirm' } as const;
const letters = (characters: string, minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(...characters.split('')), minLength, maxLength });
const base36 = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A link as djoser writes it: an id in base64url, a time in base 36, and half of a SHA-1 or SHA-256 in hexadecimal. */
const links = fc.record({
  kind: fc.constantFrom('activate', 'reset'),
  uid: fc.oneof(fc.nat(), fc.uuid()).map((id) => Buffer.from(String(id)).toString('base64url')),
  token: fc.tuple(letters(base36, 5, 7), letters('0123456789abcdef', 20, 32)).map((parts) => parts.join('-')),
});
type Link = typeof links extends fc.Arbitrary<infer Value> ? Value : never;

/** Where an app's URL may hold it. */
const starts = fc.constantFrom('/', '//', '/#/', '/#', '/#!/', '/#//', '/login#/', '/?utm_source=x#/', '/%23/', '/%2523/', '//%23/', '/%20/');
const spell = (start: string, { kind, uid, token }: Link) => `${start}${paths[kind]}/${uid}/${token}`;

const endings = fc.oneof(
  fc.constantFrom('/', '//', '.', ',', '!', '>', ')', '"', '”', '’', ']', '*', '_', ';', '/).', '&gt;', '%3E', '%22', '\u00A0', '%A0', '%', '?utm_source=x', '&utm_source=x', '%3Futm_source=x', ' - see', '%20here', '\u200B', '\u200B.', '%E2%80%8B', '\r\n', '%0D%0A', '=\r\n', '=%0D%0A', '\r\n-- \r\nOur team', '/more'),
  // Anything that begins with a character that no token contains.
  fc.tuple(fc.constantFrom('.', ',', ')', '>', '"', ' ', '»', '\u3002'), fc.string({ unit: 'grapheme' })).map((parts) => parts.join('').replace(/[#/\\]/g, '')),
);
const insertions = fc.constantFrom('\n', '\r\n', '=\r\n', '=\n', '%0A', '%0D%0A', '=%0D%0A', '%3D%0D%0A', '%250D%250A', '\r\n\t', '%0D%0A%20', '%0D%0A>%20', '\u00AD', '\u200B', '\u200C', '\u2060', '\u202C', '\uFEFF', '%E2%80%8B', '%EF%BB%BF');

test('a link arrives as it was sent', () => {
  fc.assert(
    fc.property(links, starts, (link, start) => {
      expect(at(spell(start, link))).toEqual(link);
    }),
  );
});

test('what follows a link is dropped', () => {
  fc.assert(
    fc.property(links, starts, endings, (link, start, ending) => {
      expect(at(spell(start, link) + ending)).toEqual(link);
    }),
  );
});

test('what an email program inserts into a link is removed', () => {
  fc.assert(
    fc.property(links, starts, insertions, fc.double({ min: 0, max: 1, noNaN: true }), (link, start, insertion, where) => {
      const inside = spell('', link);
      const index = Math.floor(where * inside.length);
      expect(at(start + inside.slice(0, index) + insertion + inside.slice(index))).toEqual(link);
    }),
  );
});

test('slashes, capitals in the path and percent-encoding make no difference', () => {
  fc.assert(
    fc.property(links, starts, fc.constantFrom('//', '%2F', '%2f', '%252F', '/%2F'), fc.func(fc.nat(2)), (link, start, slash, change) => {
      const recased = paths[link.kind].replace(/[a-z]/g, (letter) => (change(letter) === 0 ? letter.toUpperCase() : letter));
      expect(at(start + [...recased.split('/'), link.uid, link.token].join(slash))).toEqual(link);
      const encoded = spell('', link).replace(/[^/]/g, (letter) => (change(letter) === 0 ? `%${letter.charCodeAt(0).toString(16)}` : letter));
      expect(at(start + encoded)).toEqual(link);
    }),
  );
});

test('a link that was cut off is still one, so that it leaves the address bar', () => {
  expect(at('/activate/MQ')).toEqual({ kind: 'activate', uid: 'MQ', token: '' });
  expect(at('/password/reset/confirm/MQ/')).toEqual({ kind: 'reset', uid: 'MQ', token: '' });
  expect(at('/activate/MQ/%E0%A4%A')).toEqual({ kind: 'activate', uid: 'MQ', token: '' });
});

test.each(['/', '/activate', '/activate/', '/Activate', '/password/reset', '/password/reset/confirm', '/#/departments', '/#main', '/departments/activate/MQ/t', '/teams?search=/activate/MQ/t', '/activated/MQ/t'])(
  '%s is none',
  (address) => {
    expect(at(address)).toBeNull();
  },
);

test('no text is too much for it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), (pathname, hash) => void readOneTimeLink({ pathname, hash })));
});
