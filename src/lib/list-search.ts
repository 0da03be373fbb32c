/** What a list shows, as its URL says it. `pageSize` is absent while the server's own size is used. */
export interface ListSearch {
  search: string;
  /** A field, or `-` and the field; empty for the server's own order (oldest first). */
  ordering: string;
  page: number;
  pageSize?: number | undefined;
}

/** The sizes offered where the server honours them; DRF's usual `max_page_size` is 100. */
export const pageSizes = [10, 20, 50, 100] as const;

function positive(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/**
 * Reads a list's state from a URL's parameters. What it does not understand (a field outside `allowed`, page "abc", a
 * size that is not offered) counts as absent, so that an old or mistyped link still shows a list.
 */
export function parseListSearch(params: URLSearchParams, allowed: readonly string[]): ListSearch {
  const ordering = params.get('ordering') ?? '';
  const pageSize = positive(params.get('page_size'));
  const known = pageSizes.find((size) => size === pageSize);
  return {
    search: (params.get('search') ?? '').trim(),
    ordering: allowed.includes(ordering.replace(/^-/, '')) ? ordering : '',
    page: positive(params.get('page')) ?? 1,
    ...(known === undefined ? {} : { pageSize: known }),
  };
}

/** The parameters of a list's URL: only what differs from the plain list, so that the plain list has a plain address. */
export function toSearchParams({ search, ordering, page, pageSize }: ListSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search !== '') params.set('search', search);
  if (ordering !== '') params.set('ordering', ordering);
  if (page > 1) params.set('page', String(page));
  if (pageSize !== undefined) params.set('page_size', String(pageSize));
  return params;
}

/** The same parameters as the end of an address: `?page=2`, or nothing. */
export function toQueryString(search: ListSearch): string {
  const text = toSearchParams(search).toString();
  return text === '' ? '' : `?${text}`;
}
