import { expect, test } from 'vitest';
import { foldName, foldText } from '../../../src/lib/fold.ts';

test.each([
  ['STRASSE', 'straße', 'strasse', 'STRAẞE'],
  ['ΟΔΟΣ', 'οδος', 'οδοσ', 'Οδος'],
  ['İZMİR', 'izmir', 'IZMIR', 'ızmır', 'i\u0307zmi\u0307r'],
  ['École', 'ÉCOLE', 'e\u0301cole'],
  ['ﬁt', 'FIT', 'fit'],
  ['Sa\u200bles', 'sales', 'SALES\u202c'],
])('%s and the like are one text for comparing', (...texts) => {
  expect(new Set(texts.map(foldText)).size).toBe(1);
});

test.each([['Ecole', 'École'], ['rose', 'rosé'], ['Sales Team', 'SalesTeam'], ['l', 'ł']])('%s is not %s', (one, other) => {
  expect(foldText(one)).not.toBe(foldText(other));
});

test.each([
  ['Sales Team', 'sales  team', 'SalesTeam', 'Sàles Team'],
  ['Équipe', 'equipe', 'E\u0301QUIPE'],
])('%s and the like would be taken for the same name', (...names) => {
  expect(new Set(names.map(foldName)).size).toBe(1);
});
