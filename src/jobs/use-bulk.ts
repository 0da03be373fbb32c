import type { QueryKey } from '@tanstack/react-query';
import { formatNumber } from '../lib/dates.ts';
import type { JobEnd, JobReport } from './job-types.ts';
import { useStartJob } from './start-job.ts';
import { createSearch, type AllMatching, type Item } from './all-matching.ts';

/** A deed that is done to many rows of a list, each by a request of its own. */
export interface BulkPlan<Row> {
  /** Names the job by its number of rows: "Delete 312 members". */
  title: (count: number) => string;
  /** What is done to them, after a number: "deleted". */
  done: string;
  rows: readonly Row[] | AllMatching<Row>;
  /** How many rows that was said to be. */
  count: number;
  /** Names a row in the list of failures. */
  describe: (row: Row) => string;
  /** Does it to one row. Called again after a failure that may pass. */
  work: (row: Row) => Promise<unknown>;
  invalidates: readonly QueryKey[];
  /** Called at each end (a retry of the failed is another), unless the rows could not even be found. */
  onEnd?: (done: readonly Row[], rest: readonly Row[]) => void;
}

/** Answers the function that starts such a deed, as a job in the tray: with its result per row, pause, and a retry of the failed. */
export function useBulk() {
  const startJob = useStartJob();

  return function bulk<Row extends { id: string }>({ title, done: verb, rows, count, describe, work, invalidates, onEnd }: BulkPlan<Row>): Promise<string | null> {
    const search = 'readPage' in rows ? createSearch(rows, { title, count }) : null;

    function end({ cancelled, done, failed, left }: JobReport<Item<Row>, void>): JobEnd {
      if (search?.isDeclined()) return { dismiss: true };
      if (search?.isComplete() === false) return { words: cancelled ? `Cancelled. None was ${verb}.` : `Not all of them could be found, so none was ${verb}.` };
      const worked = rowsOf(done.map(({ item }) => item));
      const rest = rowsOf([...failed.map(({ item }) => item), ...left]);
      onEnd?.(worked, rest);
      return { words: `${formatNumber(worked.length)} of ${formatNumber(worked.length + rest.length)} ${verb}` };
    }

    return startJob<Item<Row>, void>({
      title: title(count),
      items: 'readPage' in rows ? [{ page: 1 }] : rows.map((row) => ({ row })),
      describe: (item) => ('page' in item ? `Page ${formatNumber(item.page)}` : describe(item.row)),
      run: async (item, { signal, add }) => {
        if ('row' in item) await work(item.row);
        else add((await search?.look(item.page, signal)) ?? []);
      },
      invalidates,
      end,
    });
  };
}

const rowsOf = <Row>(items: readonly Item<Row>[]): Row[] => items.flatMap((item) => ('row' in item ? [item.row] : []));
