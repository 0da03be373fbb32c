import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { listMembers } from '../api/members.ts';
import type { Member } from '../contract/members.ts';
import { largestPage } from './lists.ts';

// Pages read in parallel; the first alone, since it says how many there are.
const sideBySide = 3;

interface Step {
  from: number;
  to: number;
}

/** What one step of a walk has read. */
interface Stride {
  rows: Member[];
  /** How many members match, on all pages. */
  count: number;
  pageCount: number;
  next: Step | undefined;
}

/** Reads one page of the members that match `search`, in the order of their ids and as large as the server allows. @throws as `listMembers` */
export const readMembers = (search: string, page: number, signal: AbortSignal) =>
  listMembers({ search, ordering: 'id', page, pageSize: largestPage }, signal);

/**
 * All members that match `search`, read step by step. Every department's page shares it. It is never refetched in the
 * background, since it may take hundreds of requests: `forgetOldWalks` drops what a change has made stale.
 */
export const memberWalkOptions = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['members', 'walk', search],
    queryFn: ({ pageParam, signal }) => stride(search, pageParam, signal),
    initialPageParam: { from: 1, to: 1 } satisfies Step,
    getNextPageParam: ({ next }: Stride) => next,
    staleTime: 'static',
  });

async function stride(search: string, { from, to }: Step, signal: AbortSignal): Promise<Stride> {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const pages = await Promise.all(numbers.map((page) => readMembers(search, page, signal)));
  const pageCount = Math.max(...pages.map((page) => page.pageCount));
  return {
    rows: pages.flatMap(({ rows }) => rows),
    // A page past the end (the list has shrunk) does not say how many there are.
    count: Math.max(...pages.map(({ count }) => count)),
    pageCount,
    next: to < pageCount ? { from: to + 1, to: Math.min(to + sideBySide, pageCount) } : undefined,
  };
}

const old = 5 * 60_000;

/** Drops the walks that a change of members, or time, has made stale; for a page's loader. */
export function forgetOldWalks(client: QueryClient): void {
  client.removeQueries({
    queryKey: ['members', 'walk'],
    predicate: ({ state }) => state.isInvalidated || Date.now() - state.dataUpdatedAt > old,
  });
}

/** Records in the walks that these members have moved to another department, so that no page has to walk again. */
export function moveInWalks(client: QueryClient, members: readonly Pick<Member, 'id'>[], department: string): void {
  const ids = new Set(members.map(({ id }) => id));
  const moved = (row: Member) => (ids.has(row.id) ? { ...row, department, departmentName: null } : row);
  client.setQueriesData<InfiniteData<Stride, Step>>({ queryKey: ['members', 'walk'] }, (walk) =>
    walk && { ...walk, pages: walk.pages.map((page) => ({ ...page, rows: page.rows.map(moved) })) },
  );
}

/**
 * Whether the server's search covers the name of the department too: then that name together with the email address of a
 * `member` of the department finds the member. One request per session.
 */
export const searchCoversOptions = (departmentName: string, member: Member | undefined) =>
  queryOptions({
    queryKey: ['search-covers-departments'],
    queryFn: async ({ signal }) => {
      const { rows } = await readMembers(`${departmentName} ${member?.email ?? ''}`, 1, signal);
      return rows.some(({ id }) => id === member?.id);
    },
    enabled: member !== undefined,
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
  });
