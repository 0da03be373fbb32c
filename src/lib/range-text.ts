import { formatNumber } from './dates.ts';

/** Which rows a page shows: `21–40 of 1,320`. `first` counts from 1; `rows` is the number of rows on the page. */
export function rangeText(first: number, rows: number, count: number): string {
  if (rows === 0) return `0 of ${formatNumber(count)}`;
  const last = first + rows - 1;
  const range = first === last ? formatNumber(first) : `${formatNumber(first)}–${formatNumber(last)}`;
  return `${range} of ${formatNumber(count)}`;
}

/** A count with its noun: `1 team member`, `12 team members`. */
export function countText(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
