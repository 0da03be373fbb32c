import { describe, expect, test } from 'vitest';
import { countAt, growthMarks, growthPoints, samplePages } from '../../../../src/features/overview/growth-points.ts';

const day = 24 * 3_600_000;
const start = Date.parse('2026-01-01T00:00:00Z');

const pageOf = (times: number[], page: number, pageSize = 10) => ({
  rows: times.slice((page - 1) * pageSize, page * pageSize).map((time) => ({ created_at: new Date(time).toISOString() })),
  page,
  pageCount: Math.ceil(times.length / pageSize),
  count: times.length,
});

describe('the pages to sample', () => {
  test.each([
    [0, []],
    [1, []],
    [2, [1]],
    [4, [1, 2, 3]],
    [12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    [101, [1, 11, 21, 31, 41, 51, 60, 70, 80, 90, 100]],
  ])('of %i are %j', (pageCount, pages) => {
    expect(samplePages(pageCount, 11)).toEqual(pages);
  });

  test('never number more than allowed, and never repeat', () => {
    for (let pageCount = 0; pageCount < 400; pageCount += 1) {
      const pages = samplePages(pageCount, 11);
      expect(pages.length).toBeLessThanOrEqual(11);
      expect(new Set(pages).size).toBe(pages.length);
    }
  });
});

describe('growth', () => {
  const times = Array.from({ length: 95 }, (_, index) => start + index * day);
  const newest = pageOf([...times].reverse(), 1);
  const all = samplePages(10, 11).map((page) => pageOf(times, page));

  test('is exact where every page was read', () => {
    const points = growthPoints(all, newest);
    expect(points).toHaveLength(95);
    expect(countAt(points, start + 41.5 * day)).toEqual({ time: start + 41.5 * day, count: 42, exact: true });
    expect(countAt(points, start - day)).toMatchObject({ count: 0, exact: true });
    expect(countAt(points, start + 500 * day)).toMatchObject({ count: 95, exact: true });
  });

  test('lies on the line between the pages that were read, and says so', () => {
    const points = growthPoints([pageOf(times, 1)], newest);
    const middle = countAt(points, start + 50 * day);
    expect(middle.exact).toBe(false);
    expect(middle.count).toBeGreaterThan(48);
    expect(middle.count).toBeLessThan(53);
  });

  test('drops what contradicts time, as when somebody was deleted between two requests', () => {
    const shifted = { ...pageOf(times, 9), page: 3 };
    const points = growthPoints([pageOf(times, 1), shifted, pageOf(times, 5)], newest);
    expect(points.every((point, index) => point.time >= (points[index - 1]?.time ?? 0))).toBe(true);
  });

  test('is shown at equal distances up to now, and not for less than a day', () => {
    const points = growthPoints(all, newest);
    const marks = growthMarks(points, start + 110 * day, 12);
    expect(marks.map((mark) => mark.count)).toEqual([1, 11, 21, 31, 41, 51, 61, 71, 81, 91, 95, 95]);
    expect(marks.at(-1)?.time).toBe(start + 110 * day);
    expect(growthMarks(points, start + 3_600_000, 12)).toEqual([]);
    expect(growthMarks([], start, 12)).toEqual([]);
  });

  // Clocks went back in New York on November 1, which had 25 hours.
  test.each(['2026-11-25T15:00:00Z', '2026-11-01T04:10:00Z'])('has at most one value per day, in a company that began at %s', (began) => {
    const day = new Intl.DateTimeFormat('en', { timeZone: 'America/New_York', dateStyle: 'short' });
    const first = { time: Date.parse(began), count: 1, exact: true };
    for (let hours = 1; hours < 400; hours += 0.5) {
      const days = growthMarks([first], first.time + hours * 3_600_000, 12).map(({ time }) => day.format(time));
      expect([...new Set(days)]).toEqual(days);
      expect(days.length === 0).toBe(hours < 25);
    }
  });

  test('of 60 hours has three values', () => {
    expect(growthMarks([{ time: start, count: 1, exact: true }], start + 60 * 3_600_000, 12)).toHaveLength(3);
  });
});
