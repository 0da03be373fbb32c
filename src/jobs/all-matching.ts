import type { Page } from '../api/pagination.ts';
import { askAbove } from '../data/lists.ts';
import { countText } from '../lib/range-text.ts';
import { askFirst } from './question.ts';

/** All rows that match a list's search, with exceptions. */
export interface AllMatching<Row> {
  except: ReadonlySet<string>;
  /** Reads a page of them, ordered by id: the work does not change that order. */
  readPage: (page: number, signal: AbortSignal) => Promise<Page<Row>>;
}

export type Item<Row> = { page: number } | { row: Row };

const mostReadings = 4;

interface Agreed {
  /** The action with the number of rows: "Delete 312 members". */
  title: (count: number) => string;
  /** How many rows the user has agreed to. */
  count: number;
}

/**
 * Finds the rows of a job. Returns none until all pages have been read: deleting rows earlier would move later ones to pages that
 * have already been read. Rows that come or go meanwhile move others past the pages still to be read: then all are read again,
 * until every page has the same count and so many rows were found, or a few times at most. Asks first if there are very many rows, or more than the user has agreed to.
 */
export function createSearch<Row extends { id: string }>({ except, readPage }: AllMatching<Row>, agreed: Agreed) {
  const pages = new Map<number, readonly Row[]>();
  const counts = new Set<number>();
  let readings = 1;
  let accepted = agreed.count;
  let pageCount = 1;
  let declined = false;
  let complete = false;

  async function agrees({ count, pageCount: reads }: Page<Row>): Promise<boolean> {
    const now = count - except.size;
    if (now <= accepted && (now <= askAbove || readings > 1)) return true;
    const grown = now > agreed.count ? `There are more than the ${countText(agreed.count, 'row', 'rows')} that you chose. ` : '';
    const yes = await askFirst({
      title: `${agreed.title(now)}?`,
      text: `${grown}All of them have to be read first: ${countText(reads - 1, 'more request', 'more requests')} to the server, and then one for each. You can go on working meanwhile, and cancel at any time.`,
      confirmLabel: agreed.title(now),
    });
    if (yes) accepted = now;
    return yes;
  }

  return {
    /** Reads a page and returns the items to work on next. */
    async look(page: number, signal: AbortSignal): Promise<Item<Row>[]> {
      const result = await readPage(page, signal);
      if (page === 1) {
        if (!(await agrees(result))) {
          declined = true;
          return [];
        }
        pageCount = result.pageCount;
      }
      pages.set(page, result.rows);
      counts.add(result.count);
      if (page === 1 && pageCount > 1) return Array.from({ length: pageCount - 1 }, (_, index) => ({ page: index + 2 }));
      if (pages.size < pageCount) return [];
      if (unreached() > 0 && readings < mostReadings) {
        readings += 1;
        pages.clear();
        counts.clear();
        return [{ page: 1 }];
      }
      complete = true;
      return found().map((row) => ({ row }));
    },
    isDeclined: () => declined,
    isComplete: () => complete,
    unreached,
  };

  /** How many rows moved past the pages while they were read, as far as the counts tell. */
  function unreached(): number {
    const ids = new Set([...pages.values()].flat().map(({ id }) => id));
    return Math.max(counts.size - 1, Math.max(0, ...counts) - ids.size);
  }

  // A row added in the meantime shifts the others, so a row may appear on two pages.
  function found(): Row[] {
    const rows = [...pages.values()].flat().filter(({ id }) => !except.has(id));
    return [...new Map(rows.map((row) => [row.id, row])).values()];
  }
}
