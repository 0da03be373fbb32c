import { notFound } from './failures.ts';
import type { ListQuery } from './list-query.ts';

/** A page of rows as the database answers it. */
export interface Rows<Row> {
  count: number;
  rows: Row[];
}

/** Which rows a page is, of `count`. Throws a Failure (404) for a page that is not there. */
export function pageWindow({ page, pageSize }: Pick<ListQuery<string>, 'page' | 'pageSize'>, count: number) {
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const number = page === 'last' ? pages : page;
  if (number > pages) throw notFound('Invalid page.');
  return { offset: (number - 1) * pageSize, limit: pageSize, hasNext: number < pages, number };
}

/** DRF's page envelope; its links are absolute and keep every other parameter of the request's address. */
export function pageBody<Row>(url: string, query: Pick<ListQuery<string>, 'page' | 'pageSize'>, { count, rows }: Rows<Row>) {
  const { number, hasNext } = pageWindow(query, count);
  return {
    count,
    next: hasNext ? link(url, number + 1) : null,
    previous: number > 1 ? link(url, number - 1) : null,
    results: rows,
  };
}

function link(url: string, page: number): string {
  const target = new URL(url);
  target.searchParams.delete('page');
  // The first page has no number, as in DRF.
  if (page > 1) target.searchParams.set('page', String(page));
  return target.href;
}
