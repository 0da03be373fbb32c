import { expect, test } from 'vitest';
import { foldName, foldText, tidyText } from '../../../src/lib/text.ts';

test.each([
  ['a zero-width space', 'Sa\u200bles', 'Sales'],
  ['direction marks around it', '\u202aSales\u202c', 'Sales'],
  ['an isolate', '\u2068Sales\u2069', 'Sales'],
  ['a byte order mark inside', 'Sa\ufeffles', 'Sales'],
  ['a soft hyphen', 'Sa\u00adles', 'Sales'],
  ['a decomposed accent', 'E\u0301quipe', '\u00c9quipe'],
  ['an accent cut off by a mark', 'E\u200b\u0301quipe', '\u00c9quipe'],
  ['runs of spaces', '  Sales   \t Team\u00a0 ', 'Sales Team'],
  ['ideographic space', '山田\u3000太郎', '山田 太郎'],
])('text is sent without %s', (_what, text, sent) => {
  expect(tidyText(text)).toBe(sent);
});

test.each(['نامه\u200cای', '👩\u200d💻', '❤️', 'Ǆ', '½', 'ﬁ'])('%j is sent as it is', (text) => {
  expect(tidyText(text)).toBe(text);
});

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
