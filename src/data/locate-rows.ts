import { compareIds, normalId, pagesFurther, shareBetween } from './compare-ids.ts';

/** One page of a list requested with `ordering=id`. */
export interface IdPage<Row> {
  rows: readonly Row[];
  page: number;
  pageCount: number;
  count: number;
}

interface LocateOptions<Row> {
  /** Reads a page; one past the end (the list has shrunk meanwhile) has no rows and the present page count. */
  fetchPage: (page: number) => Promise<IdPage<Row>>;
  /** Pages that were read earlier, to start from. */
  known?: readonly IdPage<Row>[];
  /** The most pages to read for one id; with 100,000 rows, ten to a page, plain bisection needs 15. */
  budget?: number;
}

/** The pages of the list turned out not to be in the order of their ids. */
export class UnorderedPages extends Error {
  override name = 'UnorderedPages';
}

interface Bracket {
  low: number;
  high: number;
  below: string | null;
  above: string | null;
  /** How many pages above `low` the id would be if ids were spread as they are on the page below. */
  further: number | null;
}

// Pages that several ids need are read in parallel, but never so many that the browser queues them.
const atOnce = 4;
const lastUuid = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function compare(a: string, b: string): number {
  const order = compareIds(a, b);
  if (order === null) throw new UnorderedPages(`ids without an order: ${a}, ${b}`);
  return order;
}

function checkOrder(pages: readonly IdPage<{ id: string }>[]): void {
  let last: string | null = null;
  for (const { rows } of [...pages].sort((a, b) => a.page - b.page)) {
    for (const [index, { id }] of rows.entries()) {
      // A row may appear on two pages (another was added before it meanwhile), but not twice on one.
      const order: number = last === null ? -1 : compare(last, id);
      if (order > 0 || (order === 0 && index > 0)) throw new UnorderedPages('pages are not in the order of their ids');
      last = id;
    }
  }
}

const nowhere: Bracket = { low: 1, high: 0, below: null, above: null, further: null };

/** The range of pages that may still contain `id`; empty (`low` above `high`) once none can. */
function bracketOf(id: string, pages: Iterable<IdPage<{ id: string }>>, pageCount: number): Bracket {
  const bracket: Bracket = { ...nowhere, high: pageCount };
  for (const { page, rows } of pages) {
    const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
    if (first === undefined || last === undefined) bracket.high = Math.min(bracket.high, page - 1);
    // "abc" from a mistyped link, among integers: no such row, and no reason to doubt the pages.
    else if (compare(first, last) <= 0 && compareIds(id, first) === null) return nowhere;
    else if (compare(id, first) < 0) {
      if (page <= bracket.high) Object.assign(bracket, { high: page - 1, above: first });
    } else if (compare(id, last) > 0) {
      if (page >= bracket.low) Object.assign(bracket, { low: page + 1, below: last, further: pagesFurther(id, first, last, rows.length) });
    } else return nowhere;
  }
  return bracket;
}

/**
 * The page to read next: where the ids suggest, but never so far from the middle that bisecting the rest would take more than
 * `left` pages in all.
 */
function nextPage(id: string, { low, high, below, above, further }: Bracket, left: number): number {
  const upper = above ?? (id.includes('-') ? lastUuid : null);
  const share = below === null || upper === null ? 0.5 : shareBetween(id, below, upper);
  const steps = upper === null && further !== null ? further : Math.floor(share * (high - low + 1));
  const guess = Math.min(high, low + steps);
  const reach = 2 ** (left - 1) - 1;
  const [from, to] = [Math.max(low, high - reach), Math.min(high, low + reach)];
  return from > to ? Math.floor((low + high) / 2) : Math.min(to, Math.max(from, guess));
}

/**
 * Finds rows by id in a list that can be read only page by page, in the order of its ids. It guesses a page from the ids and
 * falls back on bisection.
 * @returns the rows found, by id (UUIDs in lower case); a row that is missing is on no page
 * @throws UnorderedPages where ids cannot be compared or pages contradict their order, and what `fetchPage` throws
 */
export async function locateRows<Row extends { id: string }>(
  ids: readonly string[],
  { fetchPage, known = [], budget = 15 }: LocateOptions<Row>,
): Promise<Map<string, Row>> {
  const pages = new Map(known.map((page) => [page.page, page]));
  const wantedOf = new Map(ids.map((id) => [normalId(id), 0]));
  const found = new Map<string, Row>();
  let wanted = pages.has(1) ? [] : [1];
  do {
    for (let start = 0; start < wanted.length; start += atOnce) {
      const batch = await Promise.all(wanted.slice(start, start + atOnce).map(fetchPage));
      for (const page of batch) pages.set(page.page, page);
    }
    const all = [...pages.values()];
    const pageCount = Math.max(1, ...all.map((page) => page.pageCount));
    for (const row of all.flatMap((page) => page.rows)) {
      if (wantedOf.delete(normalId(row.id))) found.set(normalId(row.id), row);
    }
    if (wantedOf.size > 0) checkOrder(all);
    const next = new Set<number>();
    for (const [id, asked] of wantedOf) {
      const bracket = bracketOf(id, all, pageCount);
      const left = budget - (known.length === 0 ? 1 : 0) - asked;
      if (bracket.low > bracket.high || left <= 0) wantedOf.delete(id);
      else {
        next.add(nextPage(id, bracket, left));
        wantedOf.set(id, asked + 1);
      }
    }
    wanted = [...next];
  } while (wanted.length > 0);
  return found;
}
