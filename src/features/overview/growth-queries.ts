import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Page } from '../../api/pagination.ts';
import type { Member } from '../../contract/members.ts';
import { countSince } from './count-since.ts';
import { growthPoints, samplePages } from './growth-points.ts';
import { memberListOptions } from '../../data/members.ts';

/** The period that counts as recent, in milliseconds. */
export const thirtyDays = 30 * 24 * 3_600_000;

/** The most pages that the growth chart reads, whatever the company's size. */
const mostSamples = 11;
const sideBySide = 2;

// Refetched only when a member was added or removed, as page 1 of the newest shows; a changed name does not matter.
const keyOf = (name: string, newest: Page<Member>) => ['overview', name, newest.count, newest.rows[0]?.id ?? null];

const page = (client: QueryClient, ordering: string, number: number) =>
  client.query({ ...memberListOptions({ search: '', ordering, page: number }), staleTime: 60_000 });

/** How many members joined in the last 30 days: usually no further request; about three when they do not fit on one page. */
export const joinedOptions = (client: QueryClient, newest: Page<Member>) =>
  queryOptions({
    queryKey: keyOf('joined', newest),
    queryFn: ({ signal }) =>
      countSince(Date.now() - thirtyDays, newest, (number) => {
        signal.throwIfAborted();
        return page(client, '-created_at', number);
      }),
    staleTime: 3_600_000,
  });

/** How the number of members grew, from at most eleven pages: read two at a time, so that a click's requests do not queue behind them. */
export const growthOptions = (client: QueryClient, newest: Page<Member>) =>
  queryOptions({
    queryKey: keyOf('growth', newest),
    queryFn: async ({ signal }) => {
      const wanted = samplePages(newest.pageCount, mostSamples);
      const samples: Page<Member>[] = [];
      for (let start = 0; start < wanted.length; start += sideBySide) {
        signal.throwIfAborted();
        samples.push(...(await Promise.all(wanted.slice(start, start + sideBySide).map((number) => page(client, 'created_at', number)))));
      }
      return growthPoints(samples, newest);
    },
    staleTime: Infinity,
  });
