import { expect, test } from 'vitest';
import { formatDate, formatNumber } from '../../../src/lib/dates.ts';

const moment = '2026-11-03T23:30:00.123456Z';

test('a moment is a short day, its full time, and a datetime for machines', () => {
  const parts = formatDate(moment, 'en-GB', 'UTC');
  expect(parts?.text).toBe('3 Nov 2026');
  // The words between differ from one version of the locale's data to the next.
  expect(parts?.full).toMatch(/^Tuesday,? 3 November 2026.*23:30:00 UTC$/);
  expect(parts?.dateTime).toBe('2026-11-03T23:30:00.123Z');
});

test('the day is that of the time zone, the words are those of the locale', () => {
  expect(formatDate(moment, 'en-GB', 'Asia/Tokyo')?.text).toBe('4 Nov 2026');
  expect(formatDate(moment, 'de-DE', 'UTC')?.text).toBe('3. Nov. 2026');
});

test.each([null, undefined, '', 'yesterday'])('%j is no date', (value) => {
  expect(formatDate(value)).toBeNull();
});

test('numbers are grouped', () => {
  expect(formatNumber(1320, 'en-GB')).toBe('1,320');
});
