import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Page } from '../../api/pagination.ts';
import type { Member } from '../../contract/members.ts';
import { countSince } from './count-since.ts';
import { growthPoints, samplePages } from './growth-points.ts';
import { memberListOptions } from '../../data/members.ts';

/** How far back "lately" goes, in milliseconds. */
export const thirtyDays = 30 * 24 * 3_600_000;

/** The most pages that growth is told from, whatever the company's size. */
const mostSamples = 11;
const sideBySide = 2;

// Read anew only when somebody came or went, which the newest page says; a change of a name does not count.
const keyOf = (name: string, newest: Page<Member>) => ['overview', name, newest.count, newest.rows[0]?.id ?? null];

const page = (client: QueryClient, ordering: string, number: number) =>
  client.query({ ...memberListOptions({ search: '', ordering, page: number }), staleTime: 60_000 });

/** How many joined in the last 30 days: no further request for most companies, about three where it takes more than a page. */
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

/** How the number of members grew, told from at most eleven pages: two at a time, so that a click never waits behind them. */
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
