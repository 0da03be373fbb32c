import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Department } from '../../contract/departments.ts';
import type { Member } from '../../contract/members.ts';
import { normalId } from '../../data/compare-ids.ts';
import { askAbove } from '../../data/lists.ts';
import { memberWalkOptions, searchCoversOptions } from '../../data/member-walk.ts';

/** A department's members, as far as they are found. */
export interface DepartmentMembers {
  members: readonly Member[];
  /** How many were looked at, of how many; null while nothing has come yet. */
  lookedAt: number;
  total: number | null;
  /** Requests that a walk still needs. */
  requests: number;
  status: 'asking' | 'walking' | 'stopped' | 'failed' | 'done';
  error: Error | null;
  start: () => void;
  stop: () => void;
}

/**
 * Finds the members of a department, which no endpoint lists: by the server's search where that looks at departments'
 * names too, else by a walk over all members, which is asked about first where there are very many.
 */
export function useDepartmentMembers(department: Department): DepartmentMembers {
  const everybody = useInfiniteQuery(memberWalkOptions(''));
  const sample = everybody.hasNextPage ? sampleOf(department, everybody.data?.pages[0]?.rows) : undefined;
  const covers = useQuery(searchCoversOptions(department.name, sample));
  const byName = useInfiniteQuery({ ...memberWalkOptions(department.name), enabled: covers.data === true && everybody.hasNextPage });
  const walk = covers.data === true && everybody.hasNextPage ? byName : everybody;

  const { data, hasNextPage, isFetching, isError, fetchNextPage, refetch } = walk;
  const last = data?.pages.at(-1);
  const total = last?.count ?? null;
  const [decision, setDecision] = useState<'start' | 'stop' | null>(null);
  const going = decision === null ? total !== null && total <= askAbove : decision === 'start';
  // The page to go on with, not a yes or no: an answer may come so fast that "fetching" is never rendered in between.
  const next = going && !isFetching && !isError && covers.fetchStatus === 'idle' ? last?.next?.from : undefined;
  useEffect(() => {
    if (next !== undefined) void fetchNextPage({ cancelRefetch: false });
  }, [next, fetchNextPage]);

  const seen = useMemo(() => [...new Map(data?.pages.flatMap(({ rows }) => rows).map((row) => [row.id, row])).values()], [data]);
  const members = useMemo(() => seen.filter((row) => isOf(department.id, row)), [seen, department.id]);
  return {
    members,
    lookedAt: seen.length,
    total,
    requests: last?.next ? last.pageCount - last.next.from + 1 : 0,
    status: isError ? 'failed' : data !== undefined && !hasNextPage ? 'done' : going || total === null ? 'walking' : decision === 'stop' ? 'stopped' : 'asking',
    error: walk.error,
    start() {
      setDecision('start');
      if (isError) void (data === undefined ? refetch() : fetchNextPage());
    },
    stop: () => setDecision('stop'),
  };
}

function isOf(id: string, { department }: Member): boolean {
  return department !== null && normalId(department) === normalId(id);
}

/** A member of the department whom the search finds by the department's name only if it looks at that: their own fields lack a word of it. */
function sampleOf({ id, name }: Department, rows: readonly Member[] = []): Member | undefined {
  const words = name.toLowerCase().split(/[\s,]+/).filter(Boolean);
  return rows.find((row) => {
    const own = `${row.email}\n${row.first_name}\n${row.last_name}`.toLowerCase();
    return isOf(id, row) && words.some((word) => !own.includes(word));
  });
}
