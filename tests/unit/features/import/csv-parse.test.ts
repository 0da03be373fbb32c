import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../../src/features/import/csv-parse.ts';
import { csvText } from '../../../../src/lib/csv-write.ts';

const header = 'Email,First name,Last name,Department\n';
const cellsOf = async (text: string) => (await parseCsv(text)).map(({ cells }) => cells);
const below = async (rows: string) => (await parseCsv(header + rows)).slice(1).map(({ cells, damage }) => damage?.split('. In the file: ')[0] ?? cells);

describe('reading', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons and CRLF', 'a;b\r\n1;2\r\n'],
    ['tabs, no last line end', 'a\tb\n1\t2'],
    ['line ends of an old Mac', 'a,b\r1,2\r'],
    ['a separator that is declared', 'sep=;\r\na;b\r\n1;2'],
    ['a declaration in quotes', '"sep=;"\r\na;b\r\n1;2'],
    ['a declaration with a space', 'sep=; \r\na;b\r\n1;2'],
    ['a declaration that is not true any more', 'sep=;,\r\na,b\r\n1,2'],
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
    expect(await parseCsv('sep=,\na,b\n\n , \n1,2\n')).toEqual([
      { number: 2, cells: ['a', 'b'], damage: null },
      { number: 5, cells: ['1', '2'], damage: null },
    ]);
  });

  test.each([
    ['a title with commas', 'Employees as of 3 Nov, 2026, all, of, them\n'],
    ['decimal commas', ''],
  ])('the separator is the one that sets the addresses apart: %s above', async (_name, above) => {
    const rows = await cellsOf(`${above}Email;Hours\na@example.com;1,5\nb@example.com;7,5\n`);
    expect(rows.slice(-2)).toEqual([['a@example.com', '1,5'], ['b@example.com', '7,5']]);
  });

  test('lines that a spreadsheet has put into one cell are taken apart again', async () => {
    const rows = [['Email', 'First name', 'Last name'], ['a@example.com', 'Ada "Ace"', 'Som, Jr.'], ['b@example.com', 'Bea', 'L']];
    const lines = csvText(rows).slice(1).trim().split('\r\n');
    expect(await cellsOf(lines.map((line) => `"${line.replaceAll('"', '""')}"`).join('\r\n'))).toEqual(rows);
    // Excel quotes only the lines that need it.
    expect(await cellsOf(lines.map((line) => (line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line)).join('\r\n'))).toEqual(rows);
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

describe('quotation marks', () => {
  const bea = 'b@example.com,Bea,M,Sales\n';
  const read = ['b@example.com', 'Bea', 'M', 'Sales'];

  test.each([
    ['a space before them', 'a@example.com, "Ada", "Som, Jr.", "Sales"', ['a@example.com', 'Ada', 'Som, Jr.', 'Sales']],
    ['spaces after them', '"a@example.com" ,"Ada" ,"L"\u00a0,"Sales" ', ['a@example.com', 'Ada', 'L', 'Sales']],
    ['a nickname without quoting', 'a@example.com,Ada "Ace" B,L,Sales', ['a@example.com', 'Ada "Ace" B', 'L', 'Sales']],
  ])('are read where they do no harm: %s', async (_name, line, cells) => {
    expect(await below(`${line}\n${bea}`)).toEqual([cells, read]);
  });

  test.each([
    ['one that is never closed', 'a@example.com,"Ada,L,Sales', 'a quotation mark is opened and never closed'],
    ['quotes that are not doubled', 'a@example.com,"Ada "Ace", B",L,Sales', 'text follows a closing quotation mark'],
    ['quotes with backslashes', '"a@example.com","Ada \\"C\\"","L","Sales"', 'text follows a closing quotation mark'],
    ['backslashes without quoting', 'a@example.com,Ada \\"C\\",L,Sales', 'a quotation mark stands where none belongs'],
    ['one that is only closed', 'a@example.com,Ada",L,Sales', 'a quotation mark stands where none belongs'],
    ['a pair around a separator', 'a@example.com,Ada "Ace, B" C,Sales', 'a quotation mark stands where none belongs'],
    ['text in front of one', 'a@example.com,x"Som, Jr.",L,Sales', 'a quotation mark stands where none belongs'],
  ])('damage a row, and no other: %s', async (_name, line, reason) => {
    expect(await below(`${line}\n${bea}`)).toEqual([`Line 2: ${reason}`, read]);
    expect(await below(`${bea}${line}`)).toEqual([read, `Line 3: ${reason}`]);
  });

  test('nobody is swallowed by a cell that is closed in another row', async () => {
    const joined = 'a quotation mark is opened and not closed in the same row';
    expect(await below(`a@example.com,"Ada,L,Sales\n${bea}c@example.com,Cy",N,Sales\n${bea}`)).toEqual([
      `Line 2: ${joined}`,
      read,
      'Line 4: a quotation mark stands where none belongs',
      read,
    ]);
    expect(await below(`a@example.com,Ada,"L,Sales\nb@example.com,Bea,M",Sales\n`)).toEqual([`Line 2: ${joined}`, 'Line 3: a quotation mark stands where none belongs']);
  });

  test('an address in a note of several lines swallows nobody', async () => {
    const rows = await cellsOf('Email,Name,Notes\na@example.com,Ada,"Ask:\nboss@example.com, or\nsomebody"\n');
    expect(rows[1]).toEqual(['a@example.com', 'Ada', 'Ask:\nboss@example.com, or\nsomebody']);
  });

  test('the line is that of the file, also after cells of several lines; its text is told', async () => {
    const rows = await parseCsv('Email,Name\na@example.com,"A\nB"\nb@example.com,"B" C\n');
    expect(rows.at(-1)).toEqual({ number: 3, cells: [], damage: 'Line 4: text follows a closing quotation mark. In the file: b@example.com,"B" C' });
  });
});
