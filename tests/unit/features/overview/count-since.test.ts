import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countSince, type DatedPage } from '../../../../src/features/overview/count-since.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const hour = 3_600_000;

/** A list of rows made at these moments, newest first, behind a page-by-page endpoint that counts what is read. */
function newestFirst(times: number[], pageSize = 10) {
  const sorted = [...times].sort((a, b) => b - a);
  const read: number[] = [];
  const pageCount = Math.max(1, Math.ceil(sorted.length / pageSize));
  const pageOf = (page: number): DatedPage => ({
    rows: sorted.slice((page - 1) * pageSize, page * pageSize).map((time) => ({ created_at: new Date(time).toISOString() })),
    page,
    pageCount,
    count: sorted.length,
  });
  return {
    read,
    first: pageOf(1),
    fetchPage: (page: number) => {
      read.push(page);
      return Promise.resolve(pageOf(page));
    },
  };
}

describe('counting what was made since a moment', () => {
  test('is exact for any list, page size and moment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 200 }),
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: -10, max: 510 }),
        async (hours, pageSize, at) => {
          const times = hours.map((number) => start + number * hour);
          const list = newestFirst(times, pageSize);
          const since = start + at * hour;
          expect(await countSince(since, list.first, list.fetchPage)).toBe(times.filter((time) => time >= since).length);
          expect(new Set(list.read).size, 'a page was read twice').toBe(list.read.length);
        },
      ),
    );
  });

  test('costs nothing where the first page tells', async () => {
    const list = newestFirst(Array.from({ length: 1000 }, (_, index) => start + index * 24 * hour));
    expect(await countSince(start + 995 * 24 * hour, list.first, list.fetchPage)).toBe(5);
    expect(list.read).toEqual([]);
  });

  test('costs a few requests among 100,000 that came evenly', async () => {
    const list = newestFirst(Array.from({ length: 100_000 }, (_, index) => start + index * hour));
    expect(await countSince(start + 60_000 * hour, list.first, list.fetchPage)).toBe(40_000);
    expect(list.read.length).toBeLessThanOrEqual(4);
  });

  test('stays bounded where thousands came in one minute', async () => {
    const times = Array.from({ length: 100_000 }, (_, index) => (index < 40_000 ? start + index : start + 9000 * hour + index));
    const list = newestFirst(times);
    expect(await countSince(start + hour, list.first, list.fetchPage)).toBe(60_000);
    expect(list.read.length).toBeLessThanOrEqual(28);
  });

  test('ends where the list shrinks meanwhile', async () => {
    const list = newestFirst(Array.from({ length: 100 }, (_, index) => start + index * hour));
    const none = (page: number) => Promise.resolve({ rows: [], page, pageCount: 1, count: 10 });
    expect(await countSince(0, list.first, none)).toBe(10);
  });
});
