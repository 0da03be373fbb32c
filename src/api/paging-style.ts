/** How a server pages: DRF's two stock styles, PageNumberPagination and LimitOffsetPagination. */
export type PagingStyle = { kind: 'page' } | { kind: 'offset'; limit: number };

/** The part of DRF's list envelope that paging is learnt from. */
export interface Links {
  next: string | null;
  previous?: string | null | undefined;
}

/**
 * Learns the style from a list's own links: the parameter in which `next` or `previous` differs from the request is the one
 * that turns pages. (The links repeat every other parameter, so one that the server ignored proves nothing.)
 * Only the links' query is read: behind a proxy they may name a host that the browser cannot reach.
 * @param asked the query of the request
 * @returns null when the list has no links
 */
export function learnStyle({ next, previous }: Links, asked: URLSearchParams): PagingStyle | null {
  for (const link of [next, previous]) {
    if (!link) continue;
    const query = queryOf(link);
    if (query.get('offset') !== asked.get('offset')) {
      const limit = Number(query.get('limit'));
      return Number.isInteger(limit) && limit > 0 ? { kind: 'offset', limit } : null;
    }
    if (query.get('page') !== asked.get('page')) return { kind: 'page' };
  }
  return null;
}

function queryOf(link: string): URLSearchParams {
  const start = link.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : link.slice(start).split('#')[0]);
}

/** What one server has revealed so far. */
interface PagingMemory {
  /** The style in which to ask for a page; null while it is not known. `pageSize` is the number of rows asked for, if any. */
  recall(path: string, pageSize: number | undefined): PagingStyle | null;
  learn(path: string, pageSize: number | undefined, style: PagingStyle): void;
}

/** Kept for each path, since DRF sets the style by view, and for each page size asked for, since a server may cap it (`max_limit`). */
export function createPagingMemory(): PagingMemory {
  const kinds = new Map<string, PagingStyle['kind']>();
  const limits = new Map<string, number>();
  const keyOf = (path: string, pageSize: number | undefined) => `${path} ${pageSize ?? ''}`;
  return {
    recall(path, pageSize) {
      if (kinds.get(path) === 'page') return { kind: 'page' };
      const limit = limits.get(keyOf(path, pageSize)) ?? pageSize;
      return kinds.get(path) === 'offset' && limit !== undefined ? { kind: 'offset', limit } : null;
    },
    learn(path, pageSize, style) {
      kinds.set(path, style.kind);
      if (style.kind === 'offset') limits.set(keyOf(path, pageSize), style.limit);
    },
  };
}
