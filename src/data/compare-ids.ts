const digits = /^\d+$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Orders two ids as a database does with `ordering=id`: integers by value, UUIDs as lower-case text (which is how both
 * SQLite's text and PostgreSQL's bytes sort). Answers null for ids of which neither can be said.
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

/** The id as lists give it: UUIDs in lower case, whatever the letter case in a link that somebody typed. */
export function normalId(id: string): string {
  return uuid.test(id) ? id.toLowerCase() : id;
}

/**
 * How many pages above a page that begins with `first` and ends with `last` an integer id may be found, 0 for the next one:
 * if the ids go on as they do on that page. Null for other ids, and for a page too short to tell.
 */
export function pagesFurther(id: string, first: string, last: string, rows: number): number | null {
  if (!digits.test(id) || rows < 2) return null;
  const perPage = ((position(last) - position(first)) * rows) / (rows - 1);
  return Math.max(0, Math.floor((position(id) - position(last) - 1) / perPage));
}

/** Where an id lies on a line, for guessing its page: an integer's value, or a UUID's first 48 bits. */
function position(id: string): number {
  return digits.test(id) ? Number(id) : Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

/**
 * How far `id` lies between `low` and `high`, from 0 to 1: rows are made one after the other and version 4 UUIDs are
 * spread evenly, so this is a good guess of where a row stands among those between.
 */
export function shareBetween(id: string, low: string, high: string): number {
  const [from, to] = [position(low), position(high)];
  const share = (position(id) - from) / (to - from);
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0.5;
}
