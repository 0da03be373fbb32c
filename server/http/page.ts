import type { Rows, Window } from '../db/list.ts';
import { notFound } from './failures.ts';

/** Which page of a list a request wants. */
export interface PageQuery {
  /** Counted from 1. */
  page: number | 'last';
  pageSize: number;
}

/** Returns the rows that make up a page of a list of `count` rows. Throws a Failure (404) for a page that does not exist. */
export function pageWindow(query: PageQuery, count: number): Window {
  const { number } = locate(query, count);
  return { offset: (number - 1) * query.pageSize, limit: query.pageSize };
}

/** DRF's page envelope; its links are absolute and keep every other parameter of the request's URL. */
export function pageBody<Row>(url: string, query: PageQuery, { count, rows }: Rows<Row>) {
  const { number, hasNext } = locate(query, count);
  return {
    count,
    next: hasNext ? link(url, number + 1) : null,
    previous: number > 1 ? link(url, number - 1) : null,
    results: rows,
  };
}

function locate({ page, pageSize }: PageQuery, count: number): { number: number; hasNext: boolean } {
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const number = page === 'last' ? pages : page;
  if (number > pages) throw notFound('Invalid page.');
  return { number, hasNext: number < pages };
}

function link(url: string, page: number): string {
  const target = new URL(url);
  target.searchParams.delete('page');
  // The first page has no number, as in DRF.
  if (page > 1) target.searchParams.set('page', String(page));
  return target.href;
}
