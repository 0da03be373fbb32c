import { describe, expect, test } from 'vitest';
import { parseListSearch, toQueryString } from '../../../src/lib/list-search.ts';

const parse = (query: string) => parseListSearch(new URLSearchParams(query), ['id', 'name']);

describe('the list state of a URL', () => {
  test('reads search, ordering, page and size', () => {
    expect(parse('search=%20ann%20lee&ordering=-name&page=3&page_size=50')).toEqual({ search: 'ann lee', ordering: '-name', page: 3, pageSize: 50 });
  });

  test.each(['', 'page=0', 'page=-1', 'page=abc', 'page=1.5', 'ordering=password', 'ordering=--name', 'page_size=7', 'search=%20'])(
    'takes %j for the plain list',
    (query) => {
      expect(parse(query)).toEqual({ search: '', ordering: '', page: 1 });
    },
  );

  test('writes only what differs from the plain list, and reads it back', () => {
    expect(toQueryString({ search: '', ordering: '', page: 1 })).toBe('');
    const query = toQueryString({ search: 'a & b', ordering: 'name', page: 2, pageSize: 20 });
    expect(query).toBe('?search=a+%26+b&ordering=name&page=2&page_size=20');
    expect(parse(query)).toEqual({ search: 'a & b', ordering: 'name', page: 2, pageSize: 20 });
  });
});
