import { expect, test } from 'vitest';
import { exportDate, exportDateHeader } from '../../../src/lib/export-date.ts';

test.each([
  ['UTC', '2026-11-27T17:15:02.608000Z', '2026-11-27 17:15'],
  ['Pacific/Kiritimati', '2026-11-27T17:15:02.608000Z', '2026-11-28 07:15'],
  ['America/Los_Angeles', '2026-01-01T05:00:00Z', '2025-12-31 21:00'],
  ['Europe/Berlin', '2026-06-30T22:05:59Z', '2026-07-01 00:05'],
])('in %s %s is %s', (timeZone, iso, text) => {
  expect(exportDate(iso, timeZone)).toBe(text);
});

test('the header names the browser’s time zone', () => {
  expect(exportDateHeader('Added')).toBe(`Added (${Intl.DateTimeFormat().resolvedOptions().timeZone})`);
});
