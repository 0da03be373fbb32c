import { PageBeyondEnd, type Page } from '../api/pagination.ts';

type ReadPage<Row> = (page: number, signal: AbortSignal) => Promise<Page<Row>>;

/** Collects all rows of a list. Pages can be read in any order, and again after a failure. */
export interface Walk<Row> {
  /** Reads the first page, which says how many pages there are. */
  begin(signal: AbortSignal): Promise<Page<Row>>;
  read(page: number, signal: AbortSignal): Promise<void>;
  /** The rows read, in the list's order, each once. */
  rows(): Row[];
  /** The number of rows that the server counts but no page contained: the list changed while it was read. */
  missing(): number;
}

/** Creates a walk; sends no request yet. */
export function createWalk<Row extends { id: string }>(readPage: ReadPage<Row>): Walk<Row> {
  const pages = new Map<number, readonly Row[]>();
  let count = 0;

  function rows(): Row[] {
    const inOrder = [...pages].sort(([a], [b]) => a - b).flatMap(([, page]) => page);
    // A row added in the meantime shifts the others: the last row of a page may also be the first of the next.
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
        const result = await readPage(page, signal);
        count = result.count;
        pages.set(page, result.rows);
      } catch (error) {
        // Rows were deleted in the meantime, so the page no longer exists.
        if (!(error instanceof PageBeyondEnd)) throw error;
        pages.set(page, []);
      }
    },
    rows,
    missing: () => Math.max(0, count - rows().length),
  };
}
