import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../src/features/import/csv-parse.ts';
import { csvText, restoreFormula, withoutFormula } from '../../../src/lib/csv-write.ts';

const cellsOf = async (text: string) => (await parseCsv(text)).map(({ cells }) => cells);

describe('writing', () => {
  test('mark, CRLF, quotes where needed', () => {
    expect(csvText([['Name', 'Team'], ['Ada "the" Countess', 'A, B'], ['Zoë', ' x']])).toBe(
      '\ufeffName,Team\r\n"Ada ""the"" Countess","A, B"\r\nZoë," x"\r\n',
    );
  });

  test.each([
    ['en-GB', 'a,"b,c",1.5'],
    ['en-US', 'a,"b,c",1.5'],
    ['de-CH', 'a,"b,c",1.5'],
    ['de-DE', 'a;"b,c";1.5'],
    ['fr-FR', 'a;"b,c";1.5'],
    ['pt-BR', 'a;"b,c";1.5'],
  ])('cells are separated as spreadsheets do in %s', async (locale, line) => {
    const text = csvText([['a', 'b,c', '1.5']], locale);
    expect(text).toBe(`\ufeff${line}\r\n`);
    expect(await cellsOf(text.slice(1))).toEqual([['a', 'b,c', '1.5']]);
  });

  test.each(['=1+1', '+49 30', '-5', '@SUM(A1)', '\tx', '\rx'])('%j is no formula', (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`);
    expect(restoreFormula(withoutFormula(text))).toBe(text);
  });

  test.each(['a=1', "'tis", '5-3', '', 'a@example.com'])('%j stays as it is', (text) => {
    expect(withoutFormula(text)).toBe(text);
    expect(restoreFormula(text)).toBe(text);
  });

  test('what is written reads back the same, and never begins with a formula', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', "'", '\n', '=', '-', ' ', 'é', '😀'), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constant('x,x'), cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const text = csvText([['a', 'b', 'c'], ...rows]).slice(1);
        const read = await cellsOf(text);
        expect(read.slice(1).map((cells) => cells.map(restoreFormula))).toEqual(rows.map((cells) => cells.map(restoreFormula)));
        expect(read.flat().filter((value) => /^[=+\-@\t\r]/.test(value))).toEqual([]);
      }),
    );
  });
});
