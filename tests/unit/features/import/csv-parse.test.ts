import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../../src/features/import/csv-parse.ts';
import { csvText } from '../../../../src/lib/csv-write.ts';

const cellsOf = async (text: string) => (await parseCsv(text)).rows.map(({ cells }) => cells);

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
