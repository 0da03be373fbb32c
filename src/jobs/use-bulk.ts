import type { QueryKey } from '@tanstack/react-query';
import { formatNumber } from '../lib/dates.ts';
import type { JobEnd, JobReport } from './job-types.ts';
import { useStartJob } from './start-job.ts';
import { createSearch, type AllMatching, type Item } from './all-matching.ts';

/** An action on many rows of a list, with one request per row. */
export interface BulkPlan<Row> {
  /** The job's title for a number of rows: "Delete 312 members". */
  title: (count: number) => string;
  /** The past participle of the action: "deleted". */
  done: string;
  rows: readonly Row[] | AllMatching<Row>;
  /** The number of rows that the user was shown. */
  count: number;
  /** Names a row in the list of failures. */
  describe: (row: Row) => string;
  /** Performs the action on one row. Called again after a temporary failure. */
  work: (row: Row) => Promise<unknown>;
  invalidates: readonly QueryKey[];
  /** Called each time the job ends (also after a retry of the failed rows), unless the rows could not be found. */
  onEnd?: (done: readonly Row[], rest: readonly Row[]) => void;
}

/** Returns a function that starts a bulk action as a job in the tray: with pause, a result per row, and a retry of the failed rows. */
export function useBulk() {
  const startJob = useStartJob();

  return function bulk<Row extends { id: string }>({ title, done: verb, rows, count, describe, work, invalidates, onEnd }: BulkPlan<Row>): Promise<string | null> {
    const search = 'readPage' in rows ? createSearch(rows, { title, count }) : null;

    function end({ cancelled, done, failed, left }: JobReport<Item<Row>, void>): JobEnd {
      if (search?.isDeclined()) return { dismiss: true };
      if (search?.isComplete() === false) return { summary: cancelled ? `Cancelled. None was ${verb}.` : `Not all of them could be found, so none was ${verb}.` };
      const worked = rowsOf(done.map(({ item }) => item));
      const rest = rowsOf([...failed.map(({ item }) => item), ...left]);
      onEnd?.(worked, rest);
      const summary = `${formatNumber(worked.length)} of ${formatNumber(worked.length + rest.length)} ${verb}`;
      const unreached = search?.unreached() ?? 0;
      return { summary: unreached === 0 ? summary : `${summary}. The list kept changing: ${formatNumber(unreached)} or more were not reached.` };
    }

    return startJob<Item<Row>, void>({
      title: title(count),
      items: 'readPage' in rows ? [{ page: 1 }] : rows.map((row) => ({ row })),
      size: (item) => ('row' in item ? 1 : 0),
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
