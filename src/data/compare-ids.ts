const digits = /^\d+$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Compares two ids as a database does for `ordering=id`: integers by value, UUIDs as lower-case text (which is how both
 * SQLite's text and PostgreSQL's bytes sort).
 * @returns below, at or above 0; null for ids that are neither
 */
export function compareIds(a: string, b: string): number | null {
  if (digits.test(a) && digits.test(b)) {
    const [left, right] = [BigInt(a), BigInt(b)];
    return left < right ? -1 : Number(left > right);
  }
  if (!uuid.test(a) || !uuid.test(b)) return null;
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : Number(left > right);
}

/** The id as lists return it: UUIDs in lower case, however a link was typed. */
export function normalId(id: string): string {
  return uuid.test(id) ? id.toLowerCase() : id;
}

/**
 * How many pages after the next one an integer id would be, if ids go on as they do on a page from `first` to `last`.
 * @param rows the number of rows on that page
 * @returns 0 for the next page; null for other ids, and for a page too short to tell
 */
export function pagesFurther(id: string, first: string, last: string, rows: number): number | null {
  if (!digits.test(id) || rows < 2) return null;
  const perPage = ((position(last) - position(first)) * rows) / (rows - 1);
  return Math.max(0, Math.floor((position(id) - position(last) - 1) / perPage));
}

/** An id as a point on a line, to guess its page: an integer's value, or a UUID's first 48 bits. */
function position(id: string): number {
  return digits.test(id) ? Number(id) : Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

/**
 * How far `id` lies between `low` and `high`, from 0 to 1. Integers are assigned in sequence and version 4 UUIDs are spread
 * evenly, so this is a good guess of where a row stands among those in between.
 */
export function shareBetween(id: string, low: string, high: string): number {
  const [from, to] = [position(low), position(high)];
  const share = (position(id) - from) / (to - from);
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0.5;
}
