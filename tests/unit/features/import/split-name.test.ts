import { expect, test } from 'vitest';
import { splitName, withoutName } from '../../../../src/features/import/split-name.ts';

test.each([
  ['Ada Lovelace', 'Ada', 'Lovelace'],
  ['  Mary Ann  Evans ', 'Mary Ann', 'Evans'],
  ['Ada\u00a0Lovelace', 'Ada', 'Lovelace'],
  ['山田\u3000太郎', '山田', '太郎'],
  ['Lovelace, Ada', 'Ada', 'Lovelace'],
  ['van Beethoven,Ludwig', 'Ludwig', 'van Beethoven'],
  ['Robert Downey, Jr.', 'Robert', 'Downey, Jr.'],
  ['Lovelace,', 'Lovelace', ''],
  ['Plato', 'Plato', ''],
  ['', '', ''],
])('%j is split', (name, first, last) => {
  expect(splitName(name)).toEqual([first, last]);
});

test.each([
  ['Ada Lovelace', 'Ada', 'Lovelace'],
  ['Lovelace, Ada', 'Ada', 'Lovelace'],
  ['ada lovelace', 'Ada', 'lovelace'],
  ['Mary Ann Evans', 'Mary Ann', 'Evans'],
  ['Adamson', 'Ada', 'Adamson'],
  ['Ada', 'Ada', 'Ada'],
  ['Lovelace', '', 'Lovelace'],
])('%j without %j is %j', (name, other, rest) => {
  expect(withoutName(name, other)).toBe(rest);
});
