import { expect, test } from 'vitest';
import { tidyText } from '../../../src/lib/text.ts';

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
