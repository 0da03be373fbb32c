import type { DatedPage } from './count-since.ts';

/** How many rows there were at a point in time. */
export interface GrowthPoint {
  /** Milliseconds since the epoch. */
  time: number;
  count: number;
  /** False when interpolated between two known points. */
  exact: boolean;
}

/**
 * Chooses the pages to read, oldest first, to see how a list of `pageCount` pages grew: at most `most`, evenly spread. The
 * last page is left out, since the newest rows are already known.
 */
export function samplePages(pageCount: number, most: number): number[] {
  const last = pageCount - 1;
  const number = Math.max(0, Math.min(last, most));
  if (number === 1) return [1];
  return Array.from({ length: number }, (_, index) => 1 + Math.round((index * (last - 1)) / (number - 1)));
}

/**
 * The exact points, in chronological order: on the date of the n-th oldest row, there were n of today's rows (rows deleted since
 * then leave no trace in the API).
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
    // Rows added or deleted between two requests shift the counts. A point that would run backwards in time is dropped.
    if (time >= (points.at(-1)?.time ?? -Infinity)) points.push({ time, count, exact: true });
  }
  return points;
}

/** How many rows there were at `time`: exact if the rows just before and after are both known, otherwise interpolated. */
export function countAt(points: readonly GrowthPoint[], time: number): GrowthPoint {
  const next = points.findIndex((point) => point.time > time);
  const before = next < 0 ? points.at(-1) : points[next - 1];
  const after = points[next];
  if (before === undefined) return { time, count: 0, exact: after === undefined || after.count === 1 };
  if (after === undefined || after.count - before.count <= 1) return { time, count: before.count, exact: true };
  const share = (time - before.time) / (after.time - before.time);
  return { time, count: Math.round(before.count + share * (after.count - 1 - before.count)), exact: false };
}

// The day on which clocks go back: values so far apart are never on the same one.
const longestDay = 25 * 3_600_000;

/**
 * The values of a chart, at most one per day: up to `most` points at equal intervals, from the first row's date to `now`. Empty
 * for less than a day.
 */
export function growthMarks(points: readonly GrowthPoint[], now: number, most: number): GrowthPoint[] {
  const [first] = points;
  if (first === undefined || now - first.time < longestDay) return [];
  const steps = Math.min(most - 1, Math.floor((now - first.time) / longestDay));
  const step = (now - first.time) / steps;
  return Array.from({ length: steps + 1 }, (_, index) => countAt(points, index === steps ? now : first.time + index * step));
}
