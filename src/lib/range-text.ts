import { formatNumber } from './dates.ts';

/** Which rows a page shows: `21–40 of 1,320`. `first` counts from 1; `rows` is how many the page holds. */
export function rangeText(first: number, rows: number, count: number): string {
  if (rows === 0) return `0 of ${formatNumber(count)}`;
  const last = first + rows - 1;
  const range = first === last ? formatNumber(first) : `${formatNumber(first)}–${formatNumber(last)}`;
  return `${range} of ${formatNumber(count)}`;
}

/** `1 team member`, `12 team members`: a count and the word that goes with it. */
export function countText(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
