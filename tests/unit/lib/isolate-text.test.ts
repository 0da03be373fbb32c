import { expect, test } from 'vitest';
import { isolate } from '../../../src/lib/isolate-text.ts';

test.each(['Ada Byron', 'Nguyễn Thị Minh Khai', '山田 太郎', '👩‍🚀 Sally Ride', 'O’Brien (née Żółć), 2nd', 'R&D'])('%s stays as it is', (name) => {
  expect(isolate(name)).toBe(name);
});

test.each(['فاطمة الزهراء', 'דוד בן־גוריון', 'Ada دوم', '\ufefb', '𞤀𞤣𞤤𞤢𞤥', 'Ada\u200f'])('%s is kept apart from the text around it', (name) => {
  expect(isolate(name)).toBe(`\u2068${name}\u2069`);
});

test.each(['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'])('a control of direction (%j) has no effect', (control) => {
  expect(isolate(`Bob${control} live`)).toBe('Bob live');
  expect(isolate(`${control}דוד`)).toBe('\u2068דוד\u2069');
});
