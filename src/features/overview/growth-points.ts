import type { DatedPage } from './count-since.ts';

/** How many rows there were at a moment. */
export interface GrowthPoint {
  /** Milliseconds since the epoch. */
  time: number;
  count: number;
  /** False for what was not read but lies between two moments that were. */
  exact: boolean;
}

/**
 * The pages to read of a list of `pageCount`, oldest first, so as to know how it grew: at most `most`, evenly spread. The
 * last page is left out, since the newest rows are known from elsewhere.
 */
export function samplePages(pageCount: number, most: number): number[] {
  const last = pageCount - 1;
  const number = Math.max(0, Math.min(last, most));
  if (number === 1) return [1];
  return Array.from({ length: number }, (_, index) => 1 + Math.round((index * (last - 1)) / (number - 1)));
}

/**
 * The moments that are known for sure, in their order: the n-th oldest row's date is when there were n of those that
 * exist today (what was deleted since leaves no trace in the API).
 * @param samples pages with `ordering=created_at`
 * @param newest page 1 with `ordering=-created_at`
 */
export function growthPoints(samples: readonly DatedPage[], newest: DatedPage): GrowthPoint[] {
  const pageSize = newest.rows.length;
  const countAt = new Map<number, number>();
  const put = (row: { created_at: string }, count: number) => countAt.set(count, Date.parse(row.created_at));
  for (const { page, rows } of samples) for (const [index, row] of rows.entries()) put(row, (page - 1) * pageSize + index + 1);
  for (const [index, row] of newest.rows.entries()) put(row, newest.count - index);
  const points: GrowthPoint[] = [];
  for (const [count, time] of [...countAt].sort(([a], [b]) => a - b)) {
    // Rows that came or went between two requests shift the numbers: time never runs backwards, so such a one is dropped.
    if (time >= (points.at(-1)?.time ?? -Infinity)) points.push({ time, count, exact: true });
  }
  return points;
}

/** How many there were at `time`: exact where the rows just before and after are both known, else on the straight line. */
export function countAt(points: readonly GrowthPoint[], time: number): GrowthPoint {
  const next = points.findIndex((point) => point.time > time);
  const before = next < 0 ? points.at(-1) : points[next - 1];
  const after = points[next];
  if (before === undefined) return { time, count: 0, exact: after === undefined || after.count === 1 };
  if (after === undefined || after.count - before.count <= 1) return { time, count: before.count, exact: true };
  const share = (time - before.time) / (after.time - before.time);
  return { time, count: Math.round(before.count + share * (after.count - 1 - before.count)), exact: false };
}

/** The values of a chart: `marks` moments at equal distances, from the first row's to `now`. Empty for less than a day. */
export function growthMarks(points: readonly GrowthPoint[], now: number, marks: number): GrowthPoint[] {
  const [first] = points;
  if (first === undefined || now - first.time < 24 * 3_600_000) return [];
  const step = (now - first.time) / (marks - 1);
  return Array.from({ length: marks }, (_, index) => countAt(points, index === marks - 1 ? now : first.time + index * step));
}
