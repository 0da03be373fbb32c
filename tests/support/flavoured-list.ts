import { http, HttpResponse, type JsonBodyType } from 'msw';

/** How a backend other than the reference server pages its lists. */
export interface Flavour {
  paging: 'page' | 'limitoffset';
  pageSize: number;
  /** What the absolute links begin with. */
  host?: string;
}

/**
 * A handler that serves a list endpoint as DRF does in another flavour, in the form of the recordings: by limit and
 * offset, under a public host, with any rows (ids that are UUIDs or words). `ordering=id` is honoured unless
 * `ordered` is false; `search` looks at the whole row.
 */
export function flavouredList(path: string, rows: readonly Record<string, JsonBodyType>[], { paging, pageSize, host = 'http://localhost:3000' }: Flavour, asked: string[] = []) {
  return http.get(`*${path}`, ({ request }) => {
    const url = new URL(request.url);
    asked.push(url.search);
    const search = url.searchParams.get('search')?.toLowerCase() ?? '';
    const found = rows.filter((row) => JSON.stringify(row).toLowerCase().includes(search));
    const number = (name: string, otherwise: number) => Number(url.searchParams.get(name) ?? otherwise) || otherwise;
    const size = paging === 'limitoffset' ? number('limit', pageSize) : pageSize;
    const start = paging === 'limitoffset' ? number('offset', 0) : (number('page', 1) - 1) * size;
    if (paging === 'page' && start > 0 && start >= found.length) return HttpResponse.json({ detail: 'Invalid page.' }, { status: 404 });
    const link = (from: number) => {
      const to = new URL(path + url.search, host);
      if (paging === 'page') to.searchParams.set('page', String(from / size + 1));
      else to.searchParams.set('limit', String(size));
      if (paging === 'limitoffset') to.searchParams.set('offset', String(from));
      return to.href;
    };
    return HttpResponse.json({
      count: found.length,
      next: start + size < found.length ? link(start + size) : null,
      previous: start > 0 ? link(Math.max(0, start - size)) : null,
      results: found.slice(start, start + size),
    });
  });
}
