import { PageBeyondEnd, type Page } from '../api/pagination.ts';

/** Reads one page; the walk decides which. */
type ReadPage<Row> = (page: number, signal: AbortSignal) => Promise<Page<Row>>;

/** All rows of a list, read page by page, in any order and again after a failure. */
export interface Walk<Row> {
  /** Reads the first page, which tells how many there are. */
  begin(signal: AbortSignal): Promise<Page<Row>>;
  read(page: number, signal: AbortSignal): Promise<void>;
  /** The rows read, in the list's order, each once. */
  rows(): Row[];
  /** Rows that the server counts and no page held: the list changed while it was read. */
  missing(): number;
}

/** Prepares a walk; nothing is asked for yet. */
export function createWalk<Row extends { id: string }>(readPage: ReadPage<Row>): Walk<Row> {
  const pages = new Map<number, readonly Row[]>();
  let count = 0;

  function rows(): Row[] {
    const inOrder = [...pages].sort(([a], [b]) => a - b).flatMap(([, page]) => page);
    // A row that was added meanwhile moves the others: the last of a page may come first on the next as well.
    return [...new Map(inOrder.map((row) => [row.id, row])).values()];
  }

  return {
    async begin(signal) {
      const first = await readPage(1, signal);
      count = first.count;
      pages.set(1, first.rows);
      return first;
    },
    async read(page, signal) {
      try {
        const answer = await readPage(page, signal);
        count = answer.count;
        pages.set(page, answer.rows);
      } catch (error) {
        // Rows were deleted meanwhile, and with them the page.
        if (!(error instanceof PageBeyondEnd)) throw error;
        pages.set(page, []);
      }
    },
    rows,
    missing: () => Math.max(0, count - rows().length),
  };
}
