import type { CsvRow } from './csv-parse.ts';
import { headersIn, looksLikeAddress } from './guess-columns.ts';

/** How many records may stand above the header: titles, remarks, a template's version. */
export const searched = 10;

/** The index of the record that is likely to be the header; null if the first one is already a person. */
export function findHeader(rows: readonly CsvRow[]): number | null {
  const person = rows.findIndex(({ cells }) => cells.some(looksLikeAddress));
  const above = rows.slice(0, person === -1 ? searched : Math.min(person, searched));
  const scores = above.map(({ cells }) => (mayBeHeader(cells) ? headersIn(cells) : 0));
  const best = Math.max(0, ...scores);
  if (best > 0) return scores.indexOf(best);
  return person === -1 ? null : unknownHeader(rows, above, person);
}

/** A header that is in no list: the first record as wide as the people's, unless it reads like one of them. */
function unknownHeader(rows: readonly CsvRow[], above: readonly CsvRow[], person: number): number | null {
  const { cells: first = [] } = rows[person] ?? {};
  const index = above.findIndex(({ cells }) => cells.length === first.length);
  const { cells: candidate = [] } = above[index] ?? {};
  const address = candidate[first.findIndex(looksLikeAddress)]?.trim() ?? '';
  const repeated = candidate.some((cell, column) => cell.trim() !== '' && rows.slice(index + 1, 200).some(({ cells }) => cells[column] === cell));
  const isData = !mayBeHeader(candidate) || address === '' || address.includes('.') || repeated;
  return index === -1 || isData ? null : index;
}

const mayBeHeader = (cells: readonly string[]) => !cells.some((cell) => cell.includes('@'));
