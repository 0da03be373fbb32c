import type { AxiosInstance } from 'axios';
import type { ZodMiniType } from 'zod/mini';
import { ApiError } from './errors.ts';
import { request } from './http.ts';
import { learnStyle, type Links, type PagingStyle } from './paging-style.ts';

export interface ListAnswer<Row> extends Links {
  count: number;
  results: Row[];
}

export interface ListQuery {
  search: string;
  ordering: string;
  /** From 1. */
  page: number;
  /** Rows a page: a wish, that a server may ignore or cut. */
  pageSize?: number | undefined;
}

export interface Page<Row> {
  rows: Row[];
  /** Rows on all pages together. */
  count: number;
  page: number;
  /** As the server has it; on a list that fits on its first page, the number of its rows. */
  pageSize: number;
  /** At least 1. */
  pageCount: number;
}

/** There is no such page (any more): a search has narrowed the list, or its last rows were deleted. */
export class PageBeyondEnd extends Error {
  override readonly name = 'PageBeyondEnd';
  readonly lastPage: number;

  constructor(lastPage: number) {
    super(`the last page is ${lastPage}`);
    this.lastPage = lastPage;
  }
}

export interface Pager {
  /**
   * Reads one page of a list.
   * @param path below the API's base, with its slash at the end: `/departments/`
   * @param schema the list's envelope
   * @throws PageBeyondEnd, ApiError, or the abort of `signal`
   */
  listPage<Row>(path: string, schema: ZodMiniType<ListAnswer<Row>>, query: ListQuery, signal?: AbortSignal): Promise<Page<Row>>;
  /** Whether the server gives as many rows a page as it is asked for. One small request the first time; false for a list too short to tell. */
  honoursPageSize<Row>(path: string, schema: ZodMiniType<ListAnswer<Row>>, signal?: AbortSignal): Promise<boolean>;
}

/**
 * Reads lists without knowing how the server pages: it learns from the answers, and asks once more when an answer shows that
 * the question was put in the wrong style (a deep link to page 3 before anything is known). Each path learns for itself.
 */
export function createPager(client: AxiosInstance): Pager {
  const styles = new Map<string, PagingStyle>();
  const sizable = new Map<string, boolean>();

  const listPage: Pager['listPage'] = async (path, schema, query, signal) => {
    for (let asked = 1; ; asked++) {
      const style = styles.get(path) ?? null;
      const params = paramsOf(query, style);
      const answer = await request(client, schema, { url: path, params, signal }).catch((error: unknown) => {
        if (error instanceof ApiError && error.kind === 'not-found' && query.page > 1) return null;
        throw error;
      });
      if (answer === null) throw new PageBeyondEnd((await listPage(path, schema, { ...query, page: 1 }, signal)).pageCount);

      const learnt = learnStyle(answer, params);
      if (learnt !== null) styles.set(path, learnt);
      const understood = query.page === 1 || isAnswerTo(params, answer, learnt);
      if (understood || asked > 1) return pageOf(answer, query, styles.get(path) ?? null);
      // No link at all: the list fits on one page, and the server took no notice of `page`.
      if (learnt === null) throw new PageBeyondEnd(1);
    }
  };

  return {
    listPage,
    async honoursPageSize(path, schema, signal) {
      const known = sizable.get(path);
      if (known !== undefined) return known;
      const one = await listPage(path, schema, { search: '', ordering: '', page: 1, pageSize: 1 }, signal);
      if (one.count < 2) return false;
      sizable.set(path, one.rows.length === 1);
      return one.rows.length === 1;
    },
  };
}

function paramsOf({ search, ordering, page, pageSize }: ListQuery, style: PagingStyle | null): URLSearchParams {
  const params = new URLSearchParams();
  if (search.trim() !== '') params.set('search', search);
  if (ordering !== '') params.set('ordering', ordering);
  if (style?.kind === 'offset') {
    const limit = pageSize ?? style.limit;
    if (pageSize !== undefined || page > 1) params.set('limit', String(limit));
    if (page > 1) params.set('offset', String((page - 1) * limit));
  } else {
    if (page > 1) params.set('page', String(page));
    if (pageSize !== undefined) params.set('page_size', String(pageSize));
    // Until the style is known both names are tried; a server ignores the one that it does not have.
    if (pageSize !== undefined && style === null) params.set('limit', String(pageSize));
  }
  return params;
}

/** Whether a page after the first was asked for in the server's own style, and with the limit that it keeps to. */
function isAnswerTo(params: URLSearchParams, answer: ListAnswer<unknown>, learnt: PagingStyle | null): boolean {
  if (learnt?.kind === 'offset') return params.get('limit') === String(learnt.limit) && params.has('offset');
  if (learnt?.kind === 'page') return params.has('page');
  return params.has('offset') && answer.results.length === 0;
}

function pageOf<Row>({ count, results, next }: ListAnswer<Row>, { page }: ListQuery, style: PagingStyle | null): Page<Row> {
  const pageSize = style?.kind === 'offset' && (page > 1 || next !== null) ? style.limit : sizeOf(count, results.length, page, next !== null);
  const pageCount = Math.max(1, Math.ceil(count / Math.max(1, pageSize)));
  if (page > 1 && results.length === 0) throw new PageBeyondEnd(pageCount);
  return { rows: results, count, page, pageSize, pageCount };
}

/** Every page but the last is full; on the last, those before it share the rest of the count. */
function sizeOf(count: number, rows: number, page: number, hasNext: boolean): number {
  return hasNext || page === 1 ? rows : Math.max(rows, Math.round((count - rows) / (page - 1)));
}
