import type { AxiosInstance } from 'axios';
import type { ZodMiniType } from 'zod/mini';
import { ApiError } from '../http/errors.ts';
import { request } from '../http/request.ts';
import type { ListSearch } from '../lib/list-search.ts';
import { createPagingMemory, learnStyle, type Links, type PagingStyle } from './paging-style.ts';

export interface ListResponse<Row> extends Links {
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
  listPage<Row>(path: string, schema: ZodMiniType<ListResponse<Row>>, query: ListSearch, signal?: AbortSignal): Promise<Page<Row>>;
}

/**
 * Reads lists without knowing how the server pages: it learns from the answers, and asks once more when an answer shows that
 * the question was put in the wrong style (a deep link to page 3 before anything is known).
 */
export function createPager(client: AxiosInstance): Pager {
  const memory = createPagingMemory();

  const listPage: Pager['listPage'] = async (path, schema, query, signal) => {
    for (let tries = 1; ; tries++) {
      const params = paramsOf(query, memory.recall(path, query.pageSize));
      const answer = await unlessMissing(request(client, schema, { url: path, params, signal }), query.page);
      if (answer === null) throw new PageBeyondEnd((await listPage(path, schema, { ...query, page: 1 }, signal)).pageCount);

      const learnt = learnStyle(answer, params);
      if (learnt !== null) memory.learn(path, query.pageSize, learnt);
      const understood = query.page === 1 || isAnswerTo(params, answer, learnt);
      if (understood || tries > 1) return pageOf(answer, query, learnt);
      // No link at all: the list fits on one page, and the server took no notice of `page`.
      if (learnt === null) throw new PageBeyondEnd(1);
    }
  };

  return { listPage };
}

/** DRF's page style answers 404 to a page that is not there; null then. Page 1 is always there. */
async function unlessMissing<T>(answer: Promise<T>, page: number): Promise<T | null> {
  try {
    return await answer;
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
    // Until the style is known both names are tried; a server ignores the one that it does not have.
    if (pageSize !== undefined && style === null) params.set('limit', String(pageSize));
  }
  return params;
}

/** Whether a page after the first was asked for in the server's own style, and with the limit that it keeps to. */
function isAnswerTo(params: URLSearchParams, answer: ListResponse<unknown>, learnt: PagingStyle | null): boolean {
  if (learnt?.kind === 'offset') return params.has('offset') && params.get('limit') === String(learnt.limit);
  if (learnt?.kind === 'page') return params.has('page');
  return params.has('offset') && answer.results.length === 0;
}

function pageOf<Row>({ count, results, next }: ListResponse<Row>, { page }: ListSearch, style: PagingStyle | null): Page<Row> {
  const pageSize = style?.kind === 'offset' ? style.limit : sizeOf(count, results.length, page, next !== null);
  const pageCount = Math.max(1, Math.ceil(count / Math.max(1, pageSize)));
  if (page > 1 && results.length === 0) throw new PageBeyondEnd(pageCount);
  return { rows: results, count, page, pageSize, pageCount };
}

/** Every page but the last is full; on the last, those before it share the rest of the count. */
function sizeOf(count: number, rows: number, page: number, hasNext: boolean): number {
  return hasNext || page === 1 ? rows : Math.max(rows, Math.round((count - rows) / (page - 1)));
}
