import { looksLikeAddress, recognised } from './guess-columns.ts';

/** A record of the file (RFC 4180's term; one record may span several lines). */
export interface CsvRow {
  /** Its position in the file, from 1, counting blank records: the row number in a spreadsheet. */
  number: number;
  /** Empty in a damaged record: which text belongs to which cell is unknown. */
  cells: string[];
  /** What is wrong with the record, with the line's number and its text; null in a valid one. */
  damage: string | null;
}

/** Characters to read before yielding to the browser: about 10 ms of work on a slow machine. */
const chunkSize = 100_000;
const separators = [',', ';', '\t', '|'];

/**
 * Reads CSV text (RFC 4180): commas, semicolons, tabs or bars, quoted cells, any line endings. Skips blank records. Tolerates what
 * is unambiguous: white space around a quoted cell, and paired quotation marks inside an unquoted one. Any other quotation mark that
 * is out of place damages its line, and reading goes on with the next one, so that nobody is lost in a cell that never ends.
 * Yields to the browser now and then. Rejects with the signal's reason.
 */
export async function parseCsv(source: string, signal?: AbortSignal): Promise<CsvRow[]> {
  const text = source.replace(/\r\n?/g, '\n');
  const declared = /^[^\S\n]*"?sep=([^"\s]|\t)"?[^\S\n]*[,;]*(?:\n|$)/i.exec(text);
  const separator = likelySeparator(text.slice(declared?.[0].length), declared?.[1]);
  const rows: CsvRow[] = [];
  let position = { at: declared?.[0].length ?? 0, line: declared ? 2 : 1, number: declared ? 2 : 1, width: 2 };
  while (position.at < text.length) {
    const chunkEnd = position.at + chunkSize;
    position = readRows(text, separator, position, chunkEnd, rows);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
  return rows;
}

interface Position {
  at: number;
  line: number;
  number: number;
  /** The number of cells of the last valid record. */
  width: number;
}

/** Adds the records that begin before `limit` to `rows`; returns where the next one begins. */
function readRows(text: string, separator: string, { at, line, number, width }: Position, limit: number, rows: CsvRow[]): Position {
  while (at < Math.min(limit, text.length)) {
    const record = readRecord(text, at, separator, width);
    const lineEnd = text.indexOf('\n', at);
    const end = record.problem === null ? record.end : lineEnd === -1 ? text.length : lineEnd;
    const raw = text.slice(at, end);
    if (record.problem !== null) {
      rows.push({ number, cells: [], damage: `Line ${line}: ${record.problem}. In the file: ${clipped(raw)}` });
    } else if (record.cells.some((cell) => cell.trim() !== '')) {
      rows.push({ number, cells: record.cells, damage: null });
      width = record.cells.length;
    }
    line += raw.split('\n').length;
    number += 1;
    at = end + 1;
  }
  return { at, line, number, width };
}

type Reading = { cells: string[]; end: number; problem: null } | { problem: string };

const stray = { problem: 'a quotation mark stands where none belongs' };

/** Reads the record at `start`. `end` is the index of its line ending, or of the end of the text. */
function readRecord(text: string, start: number, separator: string, width: number): Reading {
  const cells: string[] = [];
  const ends = (index: number) => index >= text.length || text[index] === '\n' || text[index] === separator;
  const skipSpace = (index: number) => {
    while (!ends(index) && text.charAt(index).trim() === '') index += 1;
    return index;
  };
  let at = start;
  for (;;) {
    const open = skipSpace(at);
    if (text[open] === '"') {
      const close = closingQuote(text, open + 1);
      if (close === -1) return { problem: 'a quotation mark is opened and never closed' };
      at = skipSpace(close + 1);
      if (!ends(at)) return { problem: 'text follows a closing quotation mark' };
      cells.push(text.slice(open + 1, close).replaceAll('""', '"'));
    } else {
      at = open;
      while (!ends(at)) at += 1;
      const cell = text.slice(open, at);
      if (!inPairs.test(cell)) return stray;
      cells.push(cell);
    }
    if (text[at] !== separator) break;
    at += 1;
  }
  if (swallowed(text.slice(start, at), separator, width)) return { problem: 'a quotation mark is opened and not closed in the same row' };
  const [first = ''] = cells;
  // A spreadsheet that uses another separator puts a line into one cell, and quotes the whole of it when it saves the file.
  if (cells.length === 1 && first.includes(separator)) return unwrapped(first, separator, at);
  return { cells, end: at, problem: null };
}

/** Quotation marks in an unquoted cell that are text: `Ada "Ace" King`. A backslash or a doubled mark is some other program's escape. */
const inPairs = /^[^"]*(?:(?<!\\)"[^"]+(?<!\\)"[^"]*)*$/;

/** The index of the quotation mark that closes a cell; -1 if there is none. Doubled ones are text. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** Whether a record of several lines contains a line that looks like a record itself: a missing quotation mark has joined them. */
function swallowed(record: string, separator: string, width: number): boolean {
  const [, ...later] = record.split('\n');
  return later.some((line) => {
    const pieces = line.split(separator);
    return pieces.length >= width && pieces.some((piece) => looksLikeAddress(piece.replaceAll('"', '')));
  });
}

function unwrapped(line: string, separator: string, end: number): Reading {
  const inner = readRecord(line, 0, separator, 2);
  if (inner.problem !== null) return inner;
  return inner.end === line.length ? { ...inner, end } : stray;
}

/**
 * The separator with which most cells of the file's beginning are addresses or known headers, and otherwise the one that gives most
 * records the same number of cells. A declared one (`sep=;`, which Excel obeys) wins a draw: saving the file again may have changed it.
 */
function likelySeparator(text: string, declared: string | undefined): string {
  const sample = text.slice(0, 20_000);
  const scored = [...(declared === undefined ? [] : [declared]), ...separators].map((separator) => {
    const rows: CsvRow[] = [];
    readRows(sample, separator, { at: 0, line: 1, number: 1, width: 2 }, sample.length, rows);
    const widths = new Map<number, number>();
    for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + (cells.length > 1 ? 1 : 0));
    const known = rows.reduce((sum, { cells }) => sum + (cells.length > 1 ? cells.filter(recognised).length : 0), 0);
    return { separator, score: known * 1000 + Math.max(0, ...widths.values()) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

function clipped(raw: string): string {
  return raw.length > 200 ? `${raw.slice(0, 200)}…` : raw;
}
