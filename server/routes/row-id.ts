import { int } from '../../src/contract/python.ts';
import { notFound } from '../http/failures.ts';

/** The id in a path. Throws a Failure (404) for what is none, or too big for any database. */
export function rowId(text: string | undefined): number {
  const id = Number(int(text ?? '') ?? NaN);
  if (!Number.isSafeInteger(id)) throw notFound();
  return id;
}

/** The row, or a Failure (404). */
export function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw notFound();
  return row;
}
