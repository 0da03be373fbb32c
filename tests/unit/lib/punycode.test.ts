import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPunycode, toPunycode } from '../../../src/lib/punycode.ts';

test.each([
  ['münchen.de', 'xn--mnchen-3ya.de'],
  ['日本.jp', 'xn--wgv71a.jp'],
  ['straße.de', 'xn--strae-oqa.de'],
  ['παράδειγμα.gr', 'xn--hxajbheg2az3al.gr'],
  ['mail.пример.рф', 'mail.xn--e1afmkfd.xn--p1ai'],
  ['example.com', 'example.com'],
])('%s is %s on the wire, and back', (readable, wire) => {
  expect(toPunycode(readable)).toBe(wire);
  expect(fromPunycode(wire)).toBe(readable);
});

test.each([['MÜNCHEN.DE', 'xn--mnchen-3ya.de'], ['mu\u0308nchen.de', 'xn--mnchen-3ya.de'], ['日本。jp', 'xn--wgv71a.jp'], ['ＡＢＣ．com', 'abc.com'], ['EXAMPLE.com', 'example.com']])(
  '%s is sent as %s',
  (domain, wire) => {
    expect(toPunycode(domain)).toBe(wire);
  },
);

test.each(['ü:80', 'ü/x', 'ü@b', 'ü x', '', '[::1]', 'ü%20'])('%j is no domain and stays', (text) => {
  expect(toPunycode(text)).toBe(text);
});

test.each(['xn--a.com', 'xn--example.com', 'xn--.com', 'xn--99999999.com', `xn--${'a'.repeat(80)}.com`, 'XN--ÜÜ.com'])('%s is not punycode and stays', (domain) => {
  expect(fromPunycode(domain)).toBe(domain);
});

test('decoding takes back what the browser encodes', () => {
  const letters = fc.string({ unit: fc.constantFrom(...Array.from('abz019-äößéłşığ日本語カナ한글абвΣσςعربيहिन्दी')), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(letters, (label) => {
      const wire = toPunycode(`${label}.example`);
      fc.pre(wire.startsWith('xn--'));
      expect(toPunycode(fromPunycode(wire))).toBe(wire);
      expect(fromPunycode(wire)).not.toMatch(/^xn--/);
    }),
  );
});
