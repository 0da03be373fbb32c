/** The state of a list, as stored in its URL. `pageSize` is absent while the server's default applies. */
export interface ListSearch {
  search: string;
  /** A field, with a leading `-` for descending order; empty for the server's default order (oldest first). */
  ordering: string;
  page: number;
  pageSize?: number | undefined;
}

/** The page sizes on offer if the server supports `page_size`; `max_page_size` is usually 100 in DRF projects. */
export const pageSizes = [10, 20, 50, 100] as const;

function positive(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/**
 * Reads a list's state from a URL's parameters. Invalid values (a field outside `allowed`, page "abc", a size that is not on
 * offer) count as absent, so that an old or mistyped link still shows a list.
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

/** The parameters of a list's URL: only those that differ from the defaults, so that the default list has a plain URL. */
export function toSearchParams({ search, ordering, page, pageSize }: ListSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search !== '') params.set('search', search);
  if (ordering !== '') params.set('ordering', ordering);
  if (page > 1) params.set('page', String(page));
  if (pageSize !== undefined) params.set('page_size', String(pageSize));
  return params;
}

/** The same parameters as a query string: `?page=2`, or an empty string. */
export function toQueryString(search: ListSearch): string {
  const text = toSearchParams(search).toString();
  return text === '' ? '' : `?${text}`;
}
