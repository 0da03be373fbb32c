import { expect, test } from 'vitest';
import { memberSearchText, searchTerms } from '../../../src/contract/search.ts';

const person = { email: 'Ada@xn--mnchen-3ya.de', first_name: 'İpek', last_name: 'Groß' };
const isFound = (search: string, who = person) => searchTerms(search).every((term) => memberSearchText(who).includes(term));

test.each(['IPEK', 'ipek gross', 'GROSS', 'ada@münchen.de', 'ADA@XN--MNCHEN', 'München', 'mu\u0308nchen', 'gr\u200boß', 'ada,groß'])('a search for %j finds her', (search) => {
  expect(isFound(search)).toBe(true);
});

test.each(['ada@munchen.de', 'ipekgross', 'grob'])('a search for %j does not', (search) => {
  expect(isFound(search)).toBe(false);
});

test('an address stored in Unicode is found by its other spelling too', () => {
  expect(isFound('ada@xn--mnchen-3ya.de', { ...person, email: 'ada@münchen.de' })).toBe(true);
});
