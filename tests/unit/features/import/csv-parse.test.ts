import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../../src/features/import/csv-parse.ts';
import { decodeText, isWorkbook } from '../../../../src/features/import/csv-text.ts';
import { csvText, restoreFormula, withoutFormula } from '../../../../src/lib/csv-write.ts';
import { datedFileName } from '../../../../src/lib/download-file.ts';

const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
};
const cellsOf = async (text: string) => (await parseCsv(text)).rows.map(({ cells }) => cells);

describe('decoding', () => {
  const text = 'Email;Vorname\r\nzoë@example.com;Jürgen\r\n';
  test.each([
    ['UTF-8', new TextEncoder().encode(text), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 as Excel writes it', utf16(`\ufeff${text}`, true), 'utf-16le'],
    ['UTF-16 the other way round', utf16(`\ufeff${text}`, false), 'utf-16be'],
    ['UTF-16 without a mark', utf16(text, true), 'utf-16le'],
    ['the code page of Windows', Uint8Array.from(text, (char) => char.charCodeAt(0)), 'windows-1252'],
  ])('%s', (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test('an empty file is empty text, a workbook is none', () => {
    expect(decodeText(new Uint8Array()).text).toBe('');
    expect(isWorkbook(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0))).toBe(true);
    expect(isWorkbook(new TextEncoder().encode('PKW,Email'))).toBe(false);
  });
});

describe('reading', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons and CRLF', 'a;b\r\n1;2\r\n'],
    ['tabs, no last line end', 'a\tb\n1\t2'],
    ['line ends of an old Mac', 'a,b\r1,2\r'],
    ['a separator that is declared', 'sep=;\r\na;b\r\n1;2'],
    ['line ends of two kinds', 'a,b\r\n1,2\n'],
  ])('%s', async (_name, text) => {
    expect(await cellsOf(text)).toEqual([['a', 'b'], ['1', '2']]);
  });

  test('quoted cells hold separators, line ends and quotes', async () => {
    expect(await cellsOf('name,team\n"Ada, ""the"" Countess","R&D\r\nLab"\n')).toEqual([
      ['name', 'team'],
      ['Ada, "the" Countess', 'R&D\nLab'],
    ]);
  });

  test('rows keep the number that a spreadsheet shows, blank ones are left out', async () => {
    expect((await parseCsv('sep=,\na,b\n\n , \n1,2\n')).rows).toEqual([
      { number: 2, cells: ['a', 'b'] },
      { number: 5, cells: ['1', '2'] },
    ]);
  });

  test('a quotation mark that is never closed is told', async () => {
    expect((await parseCsv('a,b\n1,2\n"3,4\n5,6\n')).brokenAt).toBe(3);
    expect((await parseCsv('a,b\n1,2\n')).brokenAt).toBeNull();
  });

  test('many rows are read in pieces, without losing one at a seam', async () => {
    const rows = Array.from({ length: 12_000 }, (_, row) => [`person-${row}@example.com`, `First, ${row}`, 'line\nbreak']);
    let breaths = 0;
    const timer = setInterval(() => (breaths += 1), 0);
    const read = await cellsOf(csvText(rows).slice(1));
    clearInterval(timer);
    expect(read).toEqual(rows);
    expect(breaths).toBeGreaterThan(1);
  });

  test('an abort ends it', async () => {
    const abort = new AbortController();
    const reading = parseCsv('a,b\n'.repeat(100_000), abort.signal);
    abort.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  });
});

describe('writing', () => {
  test('mark, CRLF, quotes where needed', () => {
    expect(csvText([['Name', 'Team'], ['Ada "the" Countess', 'A, B'], ['Zoë', ' x']])).toBe(
      '\ufeffName,Team\r\n"Ada ""the"" Countess","A, B"\r\nZoë," x"\r\n',
    );
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
        expect(Papa.parse<string[]>(text).data.flat().filter((value) => /^[=+\-@\t\r]/.test(value))).toEqual([]);
      }),
    );
  });

  test('a dated file name', () => {
    expect(datedFileName('team-members', new Date(2026, 10, 3))).toBe('team-members-2026-11-03.csv');
  });
});
