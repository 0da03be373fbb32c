import Papa, { type Parser, type ParseResult } from 'papaparse';

/** A record of the file (RFC 4180's term; one record may span several lines). */
export interface CsvRow {
  /** Its position in the file, from 1, counting blank records: the row number in a spreadsheet. */
  number: number;
  cells: string[];
}

export interface CsvContent {
  rows: CsvRow[];
  /** The number of the record with a quotation mark that is never closed; null in a valid file. */
  brokenAt: number | null;
}

/** Characters to parse before yielding to the browser: about 10 ms of work on a slow machine. */
const chunkSize = 100_000;

/**
 * Parses CSV text: commas, semicolons or tabs (Excel's choice depends on the locale; a first line `sep=;` overrides it), quoted
 * cells, any line endings. Skips blank records. Parses in chunks on the main thread so that the page stays responsive:
 * papaparse's own worker is loaded from a blob URL, which the page's CSP forbids. Rejects with the signal's reason.
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
          // Before `abort`, on which papaparse calls `complete`.
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
 * The most frequent separator in the first record, outside quotes. That record is usually the header. papaparse's own guess also
 * looks at the data, where decimal commas and incomplete rows mislead it.
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
