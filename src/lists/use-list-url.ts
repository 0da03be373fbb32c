import { useLayoutEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { parseListSearch, toQueryString, type ListSearch } from '../lib/list-search.ts';

/** A list's state, read from the URL, and the ways to change it. Typing replaces the entry, sorting and paging push one. */
export interface ListUrl {
  state: ListSearch;
  /** The list's address with `changes` made to its state: for links that open, copy and middle-click as links do. */
  hrefWith: (changes: Partial<ListSearch>) => string;
  /** Shows another search, from its first page. The promise is kept once the URL says so. */
  search: (text: string) => Promise<void>;
  order: (ordering: string) => void;
  resize: (pageSize: number | undefined) => void;
  /** Corrects a page that does not exist. */
  replacePage: (page: number) => void;
}

/** The state of the list at `path`, which can be ordered by the fields of `allowed`. */
export function useListUrl(path: string, allowed: readonly string[]): ListUrl {
  const location = useLocation();
  const navigate = useNavigate();
  const { search: query } = location;
  const state = useMemo(() => parseListSearch(new URLSearchParams(query), allowed), [query, allowed]);

  // A debounced search may come when a dialog, which is a route of its own, is already open: it changes what the list
  // behind shows and stays where one is. (setSearchParams would go to the list's own route, and close the dialog.)
  const here = useRef({ location, state });
  useLayoutEffect(() => {
    here.current = { location, state };
  });

  async function go(changes: Partial<ListSearch>, replace: boolean) {
    const { location: now, state: before } = here.current;
    const to = { pathname: now.pathname, search: toQueryString({ ...before, ...changes }) };
    await navigate(to, { replace, preventScrollReset: true, state: replace ? (now.state as unknown) : null }); // whatever the entry carries stays
  }

  return {
    state,
    hrefWith: (changes) => path + toQueryString({ ...state, ...changes }),
    search: (text) => go({ search: text, page: 1 }, true),
    order: (ordering) => void go({ ordering, page: 1 }, false),
    resize: (pageSize) => void go({ pageSize, page: 1 }, false),
    replacePage: (page) => void go({ page }, true),
  };
}
