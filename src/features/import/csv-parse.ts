import Papa, { type Parser, type ParseResult } from 'papaparse';

/** A record of the file. */
export interface CsvRow {
  /** Its place in the file, from 1, blank ones counted: the number that a spreadsheet shows beside it. */
  number: number;
  cells: string[];
}

export interface CsvContent {
  rows: CsvRow[];
  /** Where the file contradicts the format: a quotation mark that is never closed. */
  brokenAt: number | null;
}

/** Characters between two breathers: about 10 ms of work on a slow machine. */
const chunkSize = 100_000;

/**
 * Reads CSV text: commas, semicolons or tabs (Excel's choice depends on the country; a first line `sep=;` settles it),
 * quoted cells, any line ends. Blank records are left out. It works in pieces on this thread, so that the page stays
 * alive: papaparse's own worker comes from a blob, which the page's CSP forbids. Rejects with the signal's reason.
 */
export function parseCsv(source: string, signal?: AbortSignal): Promise<CsvContent> {
  const text = source.replace(/\r\n?/g, '\n');
  const declared = /^sep=(.)\n/i.exec(text);
  const skipped = declared ? 1 : 0;
  const content: CsvContent = { rows: [], brokenAt: null };
  let number = skipped;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text.slice(declared?.[0].length ?? 0), {
      delimiter: declared?.[1] ?? likelySeparator(text),
      newline: '\n',
      chunkSize,
      chunk({ data, errors }: ParseResult<string[]>, parser: Parser) {
        if (signal?.aborted) {
          // First: papaparse calls `complete` on an abort.
          reject(signal.reason);
          parser.abort();
          return;
        }
        const broken = errors.find(({ code }) => code === 'MissingQuotes')?.row;
        if (broken !== undefined) content.brokenAt ??= number + broken + 1;
        for (const cells of data) {
          number += 1;
          if (cells.some((cell) => cell.trim() !== '')) content.rows.push({ number, cells });
        }
        parser.pause();
        setTimeout(() => parser.resume());
      },
      complete: () => resolve(content),
      error: reject,
    });
  });
}

/**
 * The separator that the first record has most of, outside of quotes. It is the header as a rule: papaparse's own guess
 * looks at the data as well, where decimal commas and half-filled rows mislead it.
 */
function likelySeparator(text: string): string {
  const counts = new Map([',', ';', '\t', '|'].map((separator) => [separator, 0]));
  let quoted = false;
  for (const char of text.replace(/^\n+/, '')) {
    if (char === '"') quoted = !quoted;
    else if (char === '\n' && !quoted) break;
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
