import type { Page } from '../api/pagination.ts';
import { askAbove } from '../data/lists.ts';
import { csvText } from '../lib/csv-write.ts';
import { formatNumber } from '../lib/dates.ts';
import { datedFileName, downloadFile } from '../lib/download-file.ts';
import { countText } from '../lib/range-text.ts';
import type { JobEnd } from './job-types.ts';
import { askFirst } from './question.ts';
import { startJob } from './start-job.ts';
import type { Walk } from './export-walk.ts';
import { isolate } from '../lib/isolate-text.ts';

export interface ListExport<Row> {
  /** The noun for the rows, in the singular and the plural. */
  one: string;
  many: string;
  fileName: string;
  search: string;
  header: readonly string[];
  walk: Walk<Row>;
  /** Another list that the cells need. `wanted` decides, from the first page, whether it has to be read. */
  lookup?: { walk: Walk<unknown>; wanted: (first: Page<Row>) => boolean };
  cells: (row: Row) => string[];
}

/** A page to read, with the number of the list's rows expected on it. */
type Item = { walk: Walk<unknown>; page: number; size: number } | 'begin';

/** Starts the export as a job: it reads all pages, then downloads the file. When it is cancelled or fails, there is no file. */
export async function exportList<Row>(plan: ListExport<Row>): Promise<void> {
  const { walk, lookup, many } = plan;
  let declined = false;
  let begun = 0;

  /** Reads the first pages and returns the pages that are left to read. */
  async function begin(signal: AbortSignal): Promise<Item[]> {
    const first = await walk.begin(signal);
    const other = lookup?.wanted(first) ? await lookup.walk.begin(signal) : null;
    // The progress counts the rows that are exported, not those they refer to.
    const others = lookup && other ? pagesAfterFirst(lookup.walk, other).map((item) => ({ ...item, size: 0 })) : [];
    const rest = [...pagesAfterFirst(walk, first), ...others];
    if (first.count > askAbove && !(await agrees(first.count, rest.length))) {
      declined = true;
      return [];
    }
    begun = first.rows.length;
    return rest;
  }

  function agrees(rows: number, requests: number): Promise<boolean> {
    return askFirst({
      title: `Export ${formatNumber(rows)} ${many}?`,
      text: `This reads all of them, page by page: ${countText(requests, 'more request', 'more requests')} to the server. You can go on working meanwhile, and cancel at any time.`,
      confirmLabel: 'Export all',
    });
  }

  function end({ cancelled, failed }: { cancelled: boolean; failed: unknown[] }): JobEnd {
    if (declined) return { dismiss: true };
    if (cancelled) return { summary: 'Cancelled. No file was made.' };
    if (failed.length > 0) return { summary: `Not all ${many} could be read, so no file was made.` };
    return handOver(plan);
  }

  await startJob<Item, void>({
    title: `Export ${many}${plan.search === '' ? '' : ` that match “${isolate(plan.search)}”`}`,
    items: ['begin'],
    size: (item) => (item === 'begin' ? begun : item.size),
    limit: 2,
    readOnly: true,
    describe: (item) => (item === 'begin' ? 'Page 1' : `Page ${formatNumber(item.page)}`),
    run: async (item, { signal, add }) => {
      if (item === 'begin') add(await begin(signal));
      else await item.walk.read(item.page, signal);
    },
    end,
  });
}

function pagesAfterFirst(walk: Walk<unknown>, { count, pageCount, rows: { length } }: Page<unknown>) {
  return Array.from({ length: pageCount - 1 }, (_, index) => {
    const before = (index + 1) * length;
    return { walk, page: index + 2, size: Math.max(0, Math.min(length, count - before)) };
  });
}

function handOver<Row>({ walk, header, cells, one, many, fileName }: ListExport<Row>): JobEnd {
  const rows = walk.rows();
  const text = csvText([header, ...rows.map(cells)]);
  const file = datedFileName(fileName, new Date());
  const download = () => downloadFile(file, text);
  download();
  const missing = walk.missing();
  const warning = missing === 0 ? '' : ` The list changed meanwhile: ${countText(missing, 'row is', 'rows are')} missing. Export again for all of them.`;
  return { summary: `${countText(rows.length, one, many)} exported to ${file}.${warning}`, action: { label: 'Download again', run: download } };
}
