import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { isBeyondEnd } from '../data/lists.ts';
import { describeError } from '../http/error-words.ts';
import { ApiError } from '../http/errors.ts';
import { parseListSearch } from '../lib/list-search.ts';
import { announcePolitely } from '../stores/status.ts';
import type { PageLinkProps } from '../ui/pagination.tsx';
import type { ListSource } from './list-definition.ts';
import { useCreated } from './use-created.ts';
import { useListUrl, type ListUrl } from './use-list-url.ts';
import { usePageSizeChoice } from './use-page-size-choice.ts';
import { useSearchDraft } from './use-search-draft.ts';

/** The state of a list page: the URL, the search box, the rows, and where its links go. */
export function useList<Row extends { id: string }>({ path, fields, call, options, sorts, words }: ListSource<Row>) {
  const url = useListUrl(path, fields);
  const draft = useSearchDraft(url);
  const { page, isStale, isFetching, problem, retry } = usePage(options, url);
  const settled = isStale ? undefined : page;
  useSaidCount(settled && words.count(settled.count), url.state.search);
  const canResize = usePageSizeChoice(call, settled, url.state.pageSize);
  const { created, onCreated } = useCreated(url.state, isFetching ? undefined : page);
  const renderLink = usePageLink(options, url);

  const view = {
    text: draft.text,
    onType: draft.type,
    onEnter: () => void draft.flush(),
    onClear: draft.clear,
    search: url.state.search,
    ordering: url.state.ordering,
    sorts,
    onOrder: (ordering: string) => {
      url.order(ordering);
      announcePolitely(`Sorted by ${sorts.find(({ value }) => value === ordering)?.label ?? ordering}`);
    },
    page,
    problem,
    onRetry: retry,
    retrying: isFetching,
    hrefFor: (pageNumber: number) => url.hrefWith({ page: pageNumber }),
    renderLink,
    resize: canResize ? { size: url.state.pageSize ?? page?.pageSize ?? 0, onChange: url.resize } : null,
  };
  return { view, url, draft, isStale, created, onCreated };
}

/** The page that the URL asks for; should it not exist (any more), the URL moves to the last one. */
function usePage<Row>(options: ListSource<Row>['options'], url: ListUrl) {
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(options(url.state));
  const beyond = data !== undefined && isBeyondEnd(data);
  const lastPage = beyond ? data.pageCount : null;
  useEffect(() => {
    if (lastPage !== null) url.replacePage(lastPage);
    // oxlint-disable-next-line react/exhaustive-deps -- the page to go to is the occasion; the function is new at each render
  }, [lastPage]);
  return {
    page: beyond ? undefined : data,
    isStale: isPlaceholderData,
    isFetching,
    // Rows that could not be refreshed stay: the status region says so.
    problem: error && data === undefined ? problemOf(error) : null,
    retry: () => void refetch(),
  };
}

/** The session's end is no problem of the list: the app asks for the password over the page. */
function problemOf(error: Error): string | null {
  return error instanceof ApiError && error.kind === 'session-ended' ? null : describeError(error);
}

/** Says how many rows a search has found. */
function useSaidCount(text: string | undefined, search: string): void {
  useEffect(() => {
    if (text !== undefined && search !== '') announcePolitely(text);
  }, [text, search]);
}

/** Draws the links to other pages, which are read as soon as somebody seems to be about to go there. */
function usePageLink<Row>(options: ListSource<Row>['options'], { current }: ListUrl) {
  const client = useQueryClient();
  return function renderLink({ href, ...props }: PageLinkProps) {
    const prefetch = () => {
      const { page } = parseListSearch(new URL(href, location.origin).searchParams, []);
      const state = current();
      // A failure comes up again, and is shown, when the page is there to show it.
      if (page !== state.page) client.query(options({ ...state, page })).catch(() => undefined);
    };
    return <Link {...props} to={href} onPointerEnter={prefetch} onFocus={prefetch} onTouchStart={prefetch} />;
  };
}
