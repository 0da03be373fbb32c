import { useLayoutEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { parseListSearch, toQueryString, type ListSearch } from '../lib/list-search.ts';

/** A list's state, read from the URL, and the ways to change it. Typing replaces the entry, sorting and paging push one. */
export interface ListUrl {
  /** As rendered. */
  state: ListSearch;
  /** As of now: ahead of `state` while a navigation is under way. For whatever is not rendering. */
  current: () => ListSearch;
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
  }, [location, state]);

  async function go(changes: Partial<ListSearch>, replace: boolean) {
    const { pathname, state: carried } = here.current.location as { pathname: string; state: unknown }; // whatever the entry carries stays
    const next = { ...here.current.state, ...changes };
    here.current.state = next;
    await navigate({ pathname, search: toQueryString(next) }, { replace, preventScrollReset: true, state: replace ? carried : null });
  }

  return {
    state,
    current: () => here.current.state,
    hrefWith: (changes) => path + toQueryString({ ...state, ...changes }),
    search: (text) => go({ search: text, page: 1 }, true),
    order: (ordering) => void go({ ordering, page: 1 }, false),
    resize: (pageSize) => void go({ pageSize, page: 1 }, false),
    replacePage: (page) => void go({ page }, true),
  };
}
