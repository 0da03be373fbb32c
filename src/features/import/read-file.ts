import { parseCsv, type CsvRow } from './csv-parse.ts';
import { decodeText, isWorkbook } from './csv-text.ts';
import { formatNumber } from '../../lib/dates.ts';
import { hasHeader } from './fields.ts';

/** The largest import: it is kept in memory and sent row by row. */
export const maxRows = 5000;
const maxBytes = 20_000_000;

/** A parsed file. */
export interface ImportFile {
  name: string;
  /** The names of the file's columns; "Column 1" and so on without a header. */
  header: string[];
  records: CsvRow[];
}

/** Thrown for a file that cannot be imported; the message says why and what to do. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

/** Reads and parses the chosen file. @throws FileProblem */
export async function readImportFile(file: File): Promise<ImportFile> {
  if (file.size > maxBytes) throw new FileProblem('This file is too large. Choose one of at most 20 MB.');
  const bytes = new Uint8Array(await bytesOf(file));
  if (isWorkbook(bytes)) throw new FileProblem('This is an Excel workbook. In Excel choose “Save as” and the type “CSV UTF-8”, then choose that file.');
  const { rows, brokenAt } = await parseCsv(decodeText(bytes).text);
  if (brokenAt !== null) throw new FileProblem(`A quotation mark is opened in row ${formatNumber(brokenAt)} and never closed. Correct the file and choose it again.`);
  const [first, ...rest] = rows;
  if (first === undefined) throw new FileProblem('This file is empty.');
  const headed = hasHeader(first.cells);
  const records = headed ? rest : rows;
  if (records.length === 0) throw new FileProblem('This file has a header and no rows.');
  if (records.length > maxRows) {
    throw new FileProblem(`This file has ${formatNumber(records.length)} rows. At most ${formatNumber(maxRows)} can be imported at a time: split it into several files.`);
  }
  return { name: file.name, header: headed ? namedColumns(first.cells) : first.cells.map((_, index) => `Column ${index + 1}`), records };
}

/** A file that was changed, moved or deleted after it was chosen can no longer be read. */
async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new FileProblem('This file could not be read. It may have been changed or moved after you chose it: choose it again.');
  }
}

function namedColumns(cells: readonly string[]): string[] {
  return cells.map((cell, index) => cell.trim() || `Column ${index + 1}`);
}
