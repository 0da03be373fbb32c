import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createElement, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { describeError } from '../http/error-words.ts';
import { toApiError } from '../http/errors.ts';
import type { Page } from '../api/pagination.ts';
import { parseListSearch, toQueryString, type ListSearch } from '../lib/list-search.ts';
import { announcePolitely } from '../stores/status.ts';
import type { Created } from './use-dialog-route.ts';
import { useListUrl } from './use-list-url.ts';
import { useSearchDraft } from './use-search-draft.ts';
import type { PageLinkProps } from '../ui/pagination.tsx';
import { choosesPageSize, isBeyondEnd, type ListCall, type pageOptions } from '../data/lists.ts';

export interface ListPlan<Row> {
  path: string;
  fields: readonly string[];
  call: ListCall<Row>;
  options: (search: ListSearch) => ReturnType<typeof pageOptions<Row>>;
  /** "12 team members", said when a search is answered. */
  countWords: (count: number) => string;
  /** The choices of "Sort by", the server's own order first; the chosen one is said. */
  sorts: readonly { value: string; label: string }[];
}

/** Everything a list page has besides its words: the state in the URL, the search box, the rows, and where its links go. */
export function useList<Row extends { id: string }>({ path, fields, call, options, countWords, sorts }: ListPlan<Row>) {
  const client = useQueryClient();
  const url = useListUrl(path, fields);
  const draft = useSearchDraft(url.state.search, url.search);
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(options(url.state));
  const beyond = data !== undefined && isBeyondEnd(data);
  const page = beyond ? undefined : data;
  useLastPage(beyond ? data.pageCount : null, url.replacePage);

  const settled = page !== undefined && !isPlaceholderData ? page.count : null;
  useSaidCount(settled, url.state.search, countWords);
  const canResize = usePageSizeChoice(call, isPlaceholderData ? undefined : page, url.state.pageSize);

  const { created, onCreated } = useCreated(url.state, isFetching ? undefined : page);

  /** Reads a page that somebody seems to be about to go to. */
  const prefetch = (pageNumber: number) => {
    if (pageNumber !== url.state.page) client.query(options({ ...url.state, page: pageNumber })).catch(shownLater);
  };
  // Rows that could not be read anew stay; that is said in the status region.
  const problem = error && data === undefined ? toApiError(error) : null;

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
    // The session's end is told by the app, which asks for the password over the page.
    problem: problem && problem.kind !== 'session-ended' ? describeError(problem) : null,
    onRetry: () => void refetch(),
    retrying: isFetching,
    hrefFor: (pageNumber: number) => url.hrefWith({ page: pageNumber }),
    renderLink: ({ href, ...props }: PageLinkProps) => {
      const intent = () => prefetch(pageOf(href));
      return createElement(Link, { ...props, to: href, onPointerEnter: intent, onFocus: intent, onTouchStart: intent });
    },
    resize: canResize ? { size: url.state.pageSize ?? page?.pageSize ?? 0, onChange: url.resize } : null,
  };
  return { view, url, draft, isStale: isPlaceholderData, created, onCreated };
}

// A read ahead of its time: a failure is met again, and shown, when the page is there to show it.
const shownLater = () => undefined;

const pageOf = (href: string): number => parseListSearch(new URL(href, location.origin).searchParams, []).page;

/** The row that a dialog has just added, while it is not among the rows that the list then shows. */
function useCreated(state: ListSearch, page: Page<{ id: string }> | undefined) {
  const [made, setMade] = useState<{ row: Created; at: ListSearch } | null>(null);
  const onCreated = (row: Created) => setMade({ row, at: state });
  // Any other search, order or page is somebody's own way on.
  const hidden = !made || toQueryString(made.at) !== toQueryString(state) || !page || page.rows.some(({ id }) => id === made.row.id);
  return { created: hidden ? null : made.row, onCreated };
}

/** Moves to the last page, should the page asked for not exist (any more). */
function useLastPage(lastPage: number | null, replacePage: (page: number) => void): void {
  useEffect(() => {
    if (lastPage !== null) replacePage(lastPage);
    // oxlint-disable-next-line react/exhaustive-deps -- the page to go to is the occasion; the function is new at each render
  }, [lastPage]);
}

function useSaidCount(settled: number | null, search: string, countWords: (count: number) => string): void {
  useEffect(() => {
    if (settled !== null && search !== '') announcePolitely(countWords(settled));
    // oxlint-disable-next-line react/exhaustive-deps -- an answered search is the occasion
  }, [settled, search]);
}

/** Whether the number of rows per page can be chosen: there is more than one page, and the server honours the choice. */
function usePageSizeChoice(call: ListCall<unknown>, page: Page<unknown> | undefined, chosen: number | undefined): boolean {
  const manyPages = page !== undefined && page.pageCount > 1;
  // The rows come first: the control may appear a second after them.
  const [isTime, setIsTime] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsTime(manyPages), 1000);
    return () => clearTimeout(timer);
  }, [manyPages]);
  const probe = useQuery({ ...choosesPageSize(call, page?.pageSize ?? 0), enabled: isTime && chosen === undefined });
  // A chosen size can make all rows fit on one page, and must be open to be taken back.
  if (page !== undefined && chosen !== undefined) return page.pageSize === chosen || page.pageCount === 1;
  return manyPages && probe.data === true;
}
