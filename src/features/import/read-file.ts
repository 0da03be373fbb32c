import { formatNumber } from '../../lib/dates.ts';
import { parseCsv, type CsvRow } from './csv-parse.ts';
import { decodeText, guessEncoding, isAscii, otherFormat } from './csv-text.ts';
import type { TextEncoding } from './encodings.ts';
import { findHeader } from './find-header.ts';

/** The largest import: it is kept in memory and sent row by row. */
export const maxRows = 5000;
const maxBytes = 20_000_000;

/** A parsed file. */
export interface ImportFile {
  name: string;
  bytes: Uint8Array;
  encoding: TextEncoding;
  /** Whether the choice of the encoding makes a difference. */
  ascii: boolean;
  /** Everything in the file, in its order. */
  records: readonly CsvRow[];
  /** The index of the header among the records; null for a file without one. What is above it is left out. */
  headerAt: number | null;
  /** The names of the file's columns; "Column 1" and so on without a header. */
  header: string[];
  /** The records of people: those below the header. */
  people: readonly CsvRow[];
}

/** Thrown for a file that cannot be imported; the message says why and what to do. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

/** Reads and parses the chosen file. @throws FileProblem */
export async function readImportFile(file: File): Promise<ImportFile> {
  if (file.size > maxBytes) throw new FileProblem('This file is too large. Choose one of at most 20 MB.');
  const bytes = new Uint8Array(await bytesOf(file));
  const other = otherFormat(bytes);
  if (other === 'workbook') throw new FileProblem('This is an Excel workbook. In Excel choose “Save as” and the type “CSV UTF-8”, then choose that file.');
  if (other !== null) throw new FileProblem(`This is a ${other}, whatever its name says. Choose a CSV file: spreadsheets and directories can export one.`);
  const read = await parsed({ name: file.name, bytes, ascii: isAscii(bytes) }, guessEncoding(bytes));
  if (read.records.length === 0) throw new FileProblem('This file is empty.');
  if (read.people.length === 0) throw new FileProblem('This file has a header and no rows.');
  if (read.people.length > maxRows) {
    throw new FileProblem(`This file has ${formatNumber(read.people.length)} rows. At most ${formatNumber(maxRows)} can be imported at a time: split it into several files.`);
  }
  return read;
}

/** A file that was changed, moved or deleted after it was chosen can no longer be read. */
async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new FileProblem('This file could not be read. It may have been changed or moved after you chose it: choose it again.');
  }
}

/** Reads the same file in another encoding. */
export const readAgain = (file: ImportFile, encoding: TextEncoding): Promise<ImportFile> => parsed(file, encoding);

async function parsed({ name, bytes, ascii }: Pick<ImportFile, 'name' | 'bytes' | 'ascii'>, encoding: TextEncoding): Promise<ImportFile> {
  const records = await parseCsv(decodeText(bytes, encoding));
  return withHeader({ name, bytes, ascii, encoding, records }, findHeader(records));
}

/** The file with another record as its header, or with none. */
export function withHeader(file: Omit<ImportFile, 'headerAt' | 'header' | 'people'>, headerAt: number | null): ImportFile {
  const below = headerAt === null ? file.records : file.records.slice(headerAt + 1);
  const named = headerAt === null ? [] : (file.records[headerAt]?.cells ?? []);
  const width = columnCount(named, below);
  const header = Array.from({ length: width }, (_, index) => named[index]?.trim() || `Column ${index + 1}`);
  return { ...file, headerAt, header, people: below.map((record) => withinColumns(record, width)) };
}

/** As many as have a name; without a header, or where it leaves names out, as many as most records fill. */
function columnCount(named: readonly string[], below: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells, damage } of below) if (damage === null) counts.set(filled(cells), (counts.get(filled(cells)) ?? 0) + 1);
  const [usual = 1] = [...counts].sort(([a, many], [b, more]) => more - many || a - b)[0] ?? [];
  return named.length === 0 ? usual : Math.max(filled(named), Math.min(named.length, usual));
}

/** Marks a record that has text beyond the last column: nobody knows which of its cells has been cut in two. */
function withinColumns(record: CsvRow, width: number): CsvRow {
  const count = filled(record.cells);
  if (count <= width) return record;
  const damage = `Row ${record.number}: ${count} cells, but there are ${width} columns. In the file: ${record.cells.join(' | ')}`;
  return { ...record, cells: [], damage };
}

/** The number of cells up to the last that is not blank. */
const filled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1;
