// @vitest-environment node
import axios from 'axios';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createPager, type Page } from '../../../src/api/pagination.ts';
import { departmentListSchema } from '../../../src/contract/departments.ts';
import { listOf } from '../../../src/contract/lists.ts';
import { settled } from '../../support/fake-responses.ts';
import { recording, replaying } from '../../support/recordings.ts';

const all = { search: '', ordering: '' };

function pagerOver(name: string) {
  const { adapter, asked } = replaying(recording(`${name}/departments`));
  const pager = createPager(axios.create({ baseURL: 'http://localhost:8000/api', adapter }));
  return {
    asked,
    departments: (query: { page: number; search?: string; ordering?: string; pageSize?: number }) =>
      pager.listPage('/departments/', departmentListSchema, { ...all, ...query }),
  };
}

/** The last page that a call beyond it names. */
async function lastPage(call: Promise<Page<unknown>>): Promise<number> {
  const { rows, pageCount } = await call;
  expect(rows).toEqual([]);
  return pageCount;
}

describe('a server that counts pages', () => {
  test('the first page tells size and number of pages', async () => {
    const { departments, asked } = pagerOver('page');
    expect(await departments({ page: 1 })).toMatchObject({ count: 23, page: 1, pageSize: 10, pageCount: 3 });
    expect((await departments({ page: 2 })).rows[0]?.name).toBe('Department 11');
    expect(asked).toEqual(['/api/departments/', '/api/departments/?page=2']);
  });

  test('a deep link to the last page costs one request, and derives the size', async () => {
    const { departments, asked } = pagerOver('page');
    const page = await departments({ page: 3 });
    expect(page).toMatchObject({ page: 3, pageSize: 10, pageCount: 3 });
    expect(page.rows).toHaveLength(3);
    expect(asked).toEqual(['/api/departments/?page=3']);
  });

  test('a page beyond the end names the last one', async () => {
    expect(await lastPage(pagerOver('page').departments({ page: 4 }))).toBe(3);
  });

  test('search and page go together', async () => {
    const { departments } = pagerOver('page');
    expect(await departments({ page: 2, search: 'department 1' })).toMatchObject({ count: 12, pageSize: 10, pageCount: 2 });
    expect(await departments({ page: 1, search: 'nothing' })).toMatchObject({ rows: [], count: 0, pageCount: 1 });
  });

  test('behind a proxy only the query of the links counts', async () => {
    const { departments, asked } = pagerOver('public-host');
    expect(await departments({ page: 2, search: 'department', ordering: '-name' })).toMatchObject({ page: 2, pageSize: 10 });
    expect(asked).toEqual(['/api/departments/?search=department&ordering=-name&page=2']);
  });
});

describe('a server that counts rows', () => {
  test('its style is learnt from the first page', async () => {
    const { departments, asked } = pagerOver('limitoffset');
    expect(await departments({ page: 1 })).toMatchObject({ count: 23, pageSize: 10, pageCount: 3 });
    expect((await departments({ page: 2 })).rows[0]?.name).toBe('Department 11');
    expect((await departments({ page: 3 })).rows).toHaveLength(3);
    expect(asked.slice(1)).toEqual(['/api/departments/?limit=10&offset=10', '/api/departments/?limit=10&offset=20']);
  });

  test('a deep link before anything is known costs one request more, once', async () => {
    const { departments, asked } = pagerOver('limitoffset');
    expect(await departments({ page: 2 })).toMatchObject({ page: 2, pageSize: 10, pageCount: 3 });
    await departments({ page: 3 });
    expect(asked).toEqual(['/api/departments/?page=2', '/api/departments/?limit=10&offset=10', '/api/departments/?limit=10&offset=20']);
  });

  test('a position past the end is 200 without rows, and names the last page', async () => {
    const { departments } = pagerOver('limitoffset');
    await departments({ page: 1 });
    expect(await lastPage(departments({ page: 4 }))).toBe(3);
  });
});

/** DRF in small, both ways, over `total` rows; `cap` is its max_page_size or max_limit, 0 where the client has no say. */
function drf({ style, total, size, cap }: { style: 'page' | 'offset'; total: number; size: number; cap: number }) {
  const asked: string[] = [];
  const client = axios.create({
    baseURL: 'http://localhost/api',
    adapter: async (config) => {
      // a list's parameters are always URLSearchParams
      const query = config.params as URLSearchParams;
      asked.push(String(query));
      const wish = Number(query.get(style === 'page' ? 'page_size' : 'limit') ?? 0);
      const limit = cap > 0 && wish > 0 ? Math.min(wish, cap) : size;
      const page = Number(query.get('page') ?? 1);
      const from = style === 'page' ? (page - 1) * limit : Number(query.get('offset') ?? 0);
      if (style === 'page' && page > Math.max(1, Math.ceil(total / limit))) return settled(config, 404, '{"detail":"Invalid page."}');
      const link = (start: number) => {
        const params = new URLSearchParams(query);
        if (style === 'offset') params.set('limit', String(limit));
        const [name, value] = style === 'page' ? ['page', start / limit + 1] : ['offset', start];
        if (start <= 0) params.delete(name);
        else params.set(name, String(value));
        return `http://elsewhere.invalid/api/rows/?${params}`;
      };
      const results = Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, index) => from + index + 1);
      const next = from + limit < total ? link(from + limit) : null;
      const previous = from > 0 ? link(from - limit) : null;
      return settled(config, 200, JSON.stringify({ count: total, next, previous, results }));
    },
  });
  const pager = createPager(client);
  const rows = (page: number, pageSize?: number) => pager.listPage('/rows/', listOf(z.int()), { ...all, page, pageSize });
  return { rows, asked };
}

describe.each(['page', 'offset'] as const)('any server that counts by %s', (style) => {
  test.each([[1, 7], [6, 7], [7, 7], [8, 7], [23, 10], [1000, 100]])('%i rows, %i a page: all pages, first by a deep link', async (total, size) => {
    const pages = Math.ceil(total / size);
    for (let first = 1; first <= Math.min(pages, 4); first++) {
      const { rows, asked } = drf({ style, total, size, cap: 0 });
      const page = await rows(first);
      expect(page).toMatchObject({ count: total, page: first, pageCount: pages });
      expect(page.rows[0]).toBe((first - 1) * size + 1);
      expect(asked.length).toBeLessThanOrEqual(first === 1 ? 1 : 2);
      expect(await lastPage(rows(pages + 1))).toBe(pages);
    }
  });

  test('a wish for more rows is heard, ignored, or cut, and never mixes up the pages', async () => {
    for (const cap of [0, 15, 100]) {
      const { rows } = drf({ style, total: 95, size: 10, cap });
      const given = cap === 0 ? 10 : Math.min(cap, 20);
      const third = await rows(3, 20);
      expect(third).toMatchObject({ pageSize: given, pageCount: Math.ceil(95 / given) });
      expect(third.rows[0]).toBe(2 * given + 1);
      const usual = await rows(3);
      expect(usual).toMatchObject({ pageSize: 10, pageCount: 10 });
      expect(usual.rows[0]).toBe(21);
    }
  });

  test('a list that fits on one page has no page 3', async () => {
    expect(await lastPage(drf({ style, total: 5, size: 10, cap: 0 }).rows(3))).toBe(1);
    expect(await lastPage(drf({ style, total: 0, size: 10, cap: 0 }).rows(2))).toBe(1);
  });
});

/** A server by pages whose count is no good: `rows` on pages of ten, next to a `count` of its own. */
function miscounting(count: number, sizes: readonly number[], previous: { previous?: string | null } = {}) {
  const client = axios.create({
    baseURL: 'http://localhost/api',
    adapter: async (config) => {
      const page = Number((config.params as URLSearchParams).get('page') ?? 1); // a list's parameters are always URLSearchParams
      const size = sizes[page - 1];
      if (size === undefined) return settled(config, 404, '{"detail":"Invalid page."}');
      const next = page < sizes.length ? `http://localhost/api/rows/?page=${page + 1}` : null;
      return settled(config, 200, JSON.stringify({ count, next, ...previous, results: Array.from({ length: size }, (_, index) => index) }));
    },
  });
  const pager = createPager(client);
  return (page: number) => pager.listPage('/rows/', listOf(z.int()), { ...all, page });
}

describe('a count that is wrong', () => {
  test('too high: pages beyond the end lead to the last one that has rows', async () => {
    for (const sizes of [[10, 10, 4], [10, 10, 4, 0]]) {
      const rows = miscounting(55, sizes);
      let page = await rows(60);
      while (page.rows.length === 0) page = await rows(page.pageCount);
      expect(page).toMatchObject({ page: 3 });
    }
    expect(await lastPage(miscounting(55, [4])(2))).toBe(1);
  });

  test('the last page is the one without a next', async () => {
    const rows = miscounting(55, [10, 10, 4]);
    expect(await rows(1)).toMatchObject({ pageCount: 6, pageSize: 10 });
    expect(await rows(3)).toMatchObject({ pageCount: 3 });
    expect(await miscounting(55, [0])(1)).toMatchObject({ count: 0, rows: [], pageCount: 1 });
  });

  test('too low: a next leads on, and rows are counted', async () => {
    expect(await miscounting(10, [10, 5])(1)).toMatchObject({ count: 10, pageCount: 2 });
    expect(await miscounting(0, [10, 5])(1)).toMatchObject({ count: 10, pageCount: 2 });
    expect(await miscounting(0, [7])(1)).toMatchObject({ count: 7, pageCount: 1 });
  });

  test('a short page in the middle is not the last', async () => {
    expect(await miscounting(27, [10, 7, 10])(2)).toMatchObject({ pageCount: 4 });
    expect(await miscounting(0, [10, 1, 10])(2)).toMatchObject({ pageCount: 3 });
  });

  test('rows that were added between the page that was missing and the first one', async () => {
    let missing = true;
    const client = axios.create({
      baseURL: 'http://localhost/api',
      adapter: async (config) => {
        const page = Number((config.params as URLSearchParams).get('page') ?? 1); // as above
        if (page === 4 && missing) return settled(config, 404, '{"detail":"Invalid page."}');
        missing = false;
        return settled(config, 200, JSON.stringify({ count: 31, next: page < 4 ? `?page=${page + 1}` : null, previous: null, results: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }));
      },
    });
    expect(await lastPage(createPager(client).listPage('/rows/', listOf(z.int()), { ...all, page: 4 }))).toBe(3);
  });
});

test('a response need not have a previous', async () => {
  for (const rows of [miscounting(24, [10, 10, 4]), miscounting(24, [10, 10, 4], { previous: null })]) {
    for (const page of [3, 2, 1]) expect(await rows(page)).toMatchObject({ page, pageCount: 3 });
  }
});

test.each([
  ['the API has no such list', '{"detail":"Not found."}', 'not-found'],
  ['a proxy has no such page', '<h1>Not Found</h1>', 'unavailable'],
])('a 404 of the list itself is no page beyond the end: %s', async (_what, body, kind) => {
  const client = axios.create({ baseURL: 'http://localhost/api', adapter: async (config) => settled(config, 404, body) });
  const call = createPager(client).listPage('/rows/', listOf(z.int()), { ...all, page: 2 });
  await expect(call).rejects.toMatchObject({ name: 'ApiError', kind });
});
