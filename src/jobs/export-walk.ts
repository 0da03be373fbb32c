import type { Page } from '../api/pagination.ts';
import { isBeyondEnd } from '../data/lists.ts';

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
      const result = await readPage(page, signal);
      // Rows were deleted in the meantime, so the page no longer exists, and does not say how many there are.
      if (!isBeyondEnd(result)) count = result.count;
      pages.set(page, result.rows);
    },
    rows,
    missing: () => Math.max(0, count - rows().length),
  };
}
