import { afterEach, expect, test, vi } from 'vitest';
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

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['th-TH', '3 Nov 2026'], ['ar-EG-u-nu-arab', '3 Nov 2026'], ['fa-IR', '3 Nov 2026'], ['mn', '3 Nov 2026'], ['de-DE', '3 Nov 2026'], ['en-GB', '3 Nov 2026'], ['en-US', 'Nov 3, 2026'],
  ['es-US', 'Nov 3, 2026'], ['zh-Hant-US', 'Nov 3, 2026'], ['en', 'Nov 3, 2026'], ['en-US@posix', 'Nov 3, 2026'],
])('in a browser set to %s, a date is in English: %s', (language, text) => {
  vi.stubGlobal('navigator', { language });
  expect(formatDate(moment, undefined, 'UTC')?.text).toBe(text);
  expect(formatDate(moment, undefined, 'UTC')?.full).toMatch(/^Tuesday.*November.*2026/);
});

const zoneOfTests = process.env['TZ'];
afterEach(() => {
  if (zoneOfTests === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneOfTests;
});

test('a date follows the time zone of the computer, which changes as people travel', () => {
  for (const [zone, text] of [['America/Los_Angeles', '3 Nov 2026'], ['Pacific/Kiritimati', '4 Nov 2026'], ['America/Denver', '3 Nov 2026'], ['America/Phoenix', '3 Nov 2026']] as const) {
    process.env['TZ'] = zone;
    expect(formatDate(moment, 'en-GB')?.text, zone).toBe(text);
  }
});

test.each([null, undefined, '', 'yesterday'])('%j is no date', (value) => {
  expect(formatDate(value)).toBeNull();
});

test('numbers are grouped', () => {
  expect(formatNumber(1320)).toBe('1,320');
});
