import type { AxiosInstance } from 'axios';
import type { ZodMiniType } from 'zod/mini';
import { ApiError } from '../http/errors.ts';
import { request } from '../http/request.ts';
import type { ListSearch } from '../lib/list-search.ts';
import { createPagingMemory, learnStyle, type Links, type PagingStyle } from './paging-style.ts';

interface ListResponse<Row> extends Links {
  count: number;
  results: Row[];
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

export interface Pager {
  /**
   * Reads one page of a list.
   * @param path below the API's base, with a trailing slash: `/departments/`
   * @param schema of DRF's list envelope
   * @returns a page without rows where it does not exist, or no longer does: a search has narrowed the list, or its last rows were deleted
   * @throws ApiError, or the abort of `signal`
   */
  listPage<Row>(path: string, schema: ZodMiniType<ListResponse<Row>>, query: ListSearch, signal?: AbortSignal): Promise<Page<Row>>;
}

/**
 * Reads lists without being told how the server pages: it learns the style from each response, and asks again when a response
 * shows that the request used the wrong one (a deep link to page 3 before anything is known).
 */
export function createPager(client: AxiosInstance): Pager {
  const memory = createPagingMemory();

  const listPage = async <Row>(path: string, schema: ZodMiniType<ListResponse<Row>>, query: ListSearch, signal?: AbortSignal): Promise<Page<Row>> => {
    /** Null where there is no such page, or one without rows. */
    async function read(page: number, again = false): Promise<Page<Row> | null> {
      const params = paramsOf({ ...query, page }, memory.recall(path, query.pageSize));
      const response = await unlessMissing(request(client, schema, { url: path, params, signal }), page);
      if (!response || (page > 1 && response.results.length === 0)) return null;
      const learnt = learnStyle(response, params);
      if (learnt) memory.learn(path, query.pageSize, learnt);
      if (page === 1 || again || isRightStyle(params, response, learnt)) return pageOf(response, page, learnt);
      // No links at all: the list fits on one page, and the server ignored `page`.
      return learnt && read(page, true);
    }

    const page = await read(query.page);
    if (page) return page;
    const first = await read(1);
    // Before the page that is missing, whatever the count says now: a caller who goes there ends at the last page that has rows.
    const pageCount = Math.min(query.page - 1, first?.pageCount ?? 1);
    return { rows: [], count: 0, page: query.page, pageSize: 0, pageCount };
  };

  return { listPage };
}

/** Returns null for a 404, which is how DRF's page style refuses a page past the end. Page 1 always exists. */
async function unlessMissing<T>(response: Promise<T>, page: number): Promise<T | null> {
  try {
    return await response;
  } catch (error) {
    if (page > 1 && error instanceof ApiError && error.kind === 'not-found') return null;
    throw error;
  }
}

function paramsOf({ search, ordering, page, pageSize }: ListSearch, style: PagingStyle | null): URLSearchParams {
  const params = new URLSearchParams();
  if (search.trim() !== '') params.set('search', search);
  if (ordering !== '') params.set('ordering', ordering);
  if (style?.kind === 'offset') {
    if (pageSize !== undefined || page > 1) params.set('limit', String(style.limit));
    if (page > 1) params.set('offset', String((page - 1) * style.limit));
  } else {
    if (page > 1) params.set('page', String(page));
    if (pageSize !== undefined) params.set('page_size', String(pageSize));
    // Both names until the style is known; a server ignores the one that it does not have.
    if (pageSize !== undefined && style === null) params.set('limit', String(pageSize));
  }
  return params;
}

/** Whether a request for a page after the first used the server's own style, and the limit that the server applies. */
function isRightStyle(params: URLSearchParams, { count, results }: ListResponse<unknown>, learnt: PagingStyle | null): boolean {
  if (learnt?.kind === 'offset') return params.has('offset') && params.get('limit') === String(learnt.limit);
  // Without links: the end of a list, unless all of it came.
  return learnt === null ? results.length < count : params.has('page');
}

/** What a page says of its list. `next` outranks `count`, which may be of another moment, or wrong. */
function pageOf<Row>({ count, results, next }: ListResponse<Row>, page: number, style: PagingStyle | null): Page<Row> {
  const rows = results.length;
  const pageSize = style?.kind === 'offset' ? style.limit : sizeOf(count, rows, page, next !== null);
  const pageCount = next === null ? page : Math.max(page + 1, Math.ceil(count / Math.max(1, pageSize)));
  return { rows: results, count: rows && Math.max(count, (page - 1) * pageSize + rows), page, pageSize, pageCount };
}

/** Every page but the last is full, so on the last page the rest of the count is spread over the pages before it. */
function sizeOf(count: number, rows: number, page: number, hasNext: boolean): number {
  return hasNext || page === 1 ? rows : Math.max(rows, Math.round((count - rows) / (page - 1)));
}
