import { int } from '../../src/contract/python.ts';
import { notFound } from '../http/failures.ts';

/**
 * The path of one row of a list. Django's routers match `[^/.]+` in the decoded path, whereas Hono matches the path as
 * it was sent: hence no `%2E` and `%2F` either. Anything else is a row that does not exist, refused after the token.
 */
export function rowPath<List extends string>(list: List) {
  return `${list}:id{(?:(?!%2[eEfF])[^/.])+}/` as const;
}

/** Parses the id in a path. Throws a Failure (404) for one that no database could have given out. */
export function rowId(text: string | undefined): number {
  const id = Number(int(text ?? '') ?? NaN);
  if (!Number.isSafeInteger(id)) throw notFound();
  return id;
}

/** Returns the row, or throws a Failure (404). */
export function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw notFound();
  return row;
}
