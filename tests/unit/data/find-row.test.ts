import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareIds } from '../../../src/data/compare-ids.ts';
import { findRow } from '../../../src/data/find-row.ts';
import { locateRows, type IdPage } from '../../../src/data/locate-rows.ts';

interface Row {
  id: string;
}

/** A list of ids behind a page-by-page endpoint that counts what is read. */
function listOf(ids: string[], pageSize = 10) {
  const read: number[] = [];
  const pageCount = Math.max(1, Math.ceil(ids.length / pageSize));
  const fetchPage = (page: number): Promise<IdPage<Row>> => {
    read.push(page);
    const rows = ids.slice((page - 1) * pageSize, page * pageSize).map((id) => ({ id }));
    return Promise.resolve({ rows, page, pageCount, count: ids.length });
  };
  return { read, fetchPage };
}

const integers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
const uuids = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    // A multiplicative hash spreads them as version 4 UUIDs are spread, the same at every run.
    const hex = ((index + 1) * 2654435761) % 2 ** 32;
    return `${hex.toString(16).padStart(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
  }).sort();

describe('finding one row among 100,000, ten a page', () => {
  test.each([1, 11, 777, 50_000, 89_995, 99_999, 100_000])('finds row %i in at most 15 requests', async (number) => {
    const list = listOf(integers(100_000));
    expect(await findRow(String(number), list.fetchPage)).toEqual({ id: String(number) });
    expect(list.read.length).toBeLessThanOrEqual(15);
  });

  test('stays within 15 requests however unevenly the ids are spread', async () => {
    const ids = integers(100_000).map((id) => String(BigInt(id) ** 5n));
    for (let index = 0; index < ids.length; index += 997) {
      const list = listOf(ids);
      const id = ids[index] ?? '';
      expect(await findRow(id, list.fetchPage)).toEqual({ id });
      expect(list.read.length).toBeLessThanOrEqual(15);
    }
  });

  test('says that a row is in no page, within 15 requests', async () => {
    const list = listOf(integers(100_000).map((id) => String(Number(id) * 2)));
    expect(await findRow('99999', list.fetchPage)).toBeNull();
    expect(list.read.length).toBeLessThanOrEqual(15);
  });

  test('needs only a few where the server gives a hundred rows a page', async () => {
    const list = listOf(uuids(100_000), 100);
    const id = uuids(100_000)[77_777] ?? '';
    expect(await findRow(id, list.fetchPage)).toEqual({ id });
    expect(list.read.length).toBeLessThanOrEqual(5);
  });
});

describe('ids of every kind', () => {
  test('finds any row of any ordered list, and nothing that is not in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 25 }),
        fc.nat(),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        async (numbers, pageSize, pick, other) => {
          const ids = numbers.sort((a, b) => (a < b ? -1 : 1)).map(String);
          const id = ids[pick % ids.length] ?? '';
          expect(await findRow(id, listOf(ids, pageSize).fetchPage)).toEqual({ id });
          const expected = ids.includes(String(other)) ? { id: String(other) } : null;
          expect(await findRow(String(other), listOf(ids, pageSize).fetchPage)).toEqual(expected);
        },
      ),
    );
  });

  test('compares integers by value and UUIDs as lower-case text', () => {
    expect(compareIds('9', '10')).toBe(-1);
    expect(compareIds('9007199254740993', '9007199254740992')).toBe(1);
    expect(compareIds('BAC97CEB-1D48-47FE-99B6-AC1B426FC460', 'bac97ceb-1d48-47fe-99b6-ac1b426fc461')).toBe(-1);
    expect(compareIds('abc', '10')).toBeNull();
  });

  test('finds a UUID that was typed in capitals', async () => {
    const ids = uuids(500);
    const id = ids[321] ?? '';
    expect(await findRow(id.toUpperCase(), listOf(ids).fetchPage)).toEqual({ id });
  });

  test('knows from one page that a word is no id among integers', async () => {
    const list = listOf(integers(1000));
    expect(await findRow('abc', list.fetchPage)).toBeNull();
    expect(list.read).toEqual([1]);
  });
});

describe('pages that are not in the order of their ids', () => {
  test('walks them one after the other and tells how far it is', async () => {
    const list = listOf(['9', '3', '7', '1', '8', '2'], 2);
    const told: string[] = [];
    const row = await findRow('8', list.fetchPage, ({ page, pageCount }) => told.push(`${page}/${pageCount}`));
    expect(row).toEqual({ id: '8' });
    expect(told).toEqual(['1/3', '2/3', '3/3']);
  });

  test('walks ids of an unknown kind', async () => {
    const list = listOf(['k1', 'b7', 'zz', 'a0'], 2);
    expect(await findRow('a0', list.fetchPage)).toEqual({ id: 'a0' });
    expect(await findRow('nope', list.fetchPage)).toBeNull();
  });

  test('stops when reading a page is aborted', async () => {
    const aborted = new DOMException('cancelled', 'AbortError');
    const list = listOf(['9', '3', '7', '1', '8', '2'], 2);
    const fetchPage = (page: number) => (page === 2 && list.read.length > 1 ? Promise.reject(aborted) : list.fetchPage(page));
    await expect(findRow('8', fetchPage)).rejects.toBe(aborted);
  });
});

describe('several ids at once', () => {
  test('reads each page once, and only those that hold a wanted id', async () => {
    const list = listOf(integers(1000));
    const wanted = ['5', '15', '16', '505', '999', '5000'];
    const found = await locateRows(wanted, { fetchPage: list.fetchPage });
    expect([...found.keys()].sort()).toEqual(['15', '16', '5', '505', '999']);
    expect(new Set(list.read).size).toBe(list.read.length);
    expect(list.read.length).toBeLessThanOrEqual(8);
  });

  test('starts from the pages that are known', async () => {
    const list = listOf(integers(100));
    const known = await Promise.all([1, 4].map(list.fetchPage));
    list.read.length = 0;
    await locateRows(['3', '33'], { fetchPage: list.fetchPage, known });
    expect(list.read).toEqual([]);
  });
});
