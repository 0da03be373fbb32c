import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { JobPlan } from './job-types.ts';
import type { Jobs } from './jobs.ts';
import { announce } from '../stores/status.ts';
import { trayWanted } from './wanted.ts';

/** Loads the list of jobs, for a page that shows its own job. */
export const loadJobs = async (): Promise<Jobs> => (await import('./job-list.ts')).jobs;

/**
 * Starts work on many rows. It runs on whatever page is shown, in the tray, until the session ends. The engine is loaded with
 * the first job; if that fails, the status region says so.
 * @returns the job's id; null when the engine could not be loaded
 */
export async function startJob<Item, Result>(plan: JobPlan<Item, Result>): Promise<string | null> {
  try {
    const jobs = await loadJobs();
    trayWanted.set(true);
    return jobs.start(plan);
  } catch (error) {
    console.error(error);
    announce('This could not be started. Check your connection, reload the page and try again.', { tone: 'danger' });
    return null;
  }
}

/** Like `startJob`, for jobs that change data: when the job ends, the queries in `invalidates` are refetched. */
export function useStartJob() {
  const client = useQueryClient();
  return useCallback(
    <Item, Result>({ invalidates, ...plan }: JobPlan<Item, Result> & { invalidates: readonly QueryKey[] }) =>
      startJob<Item, Result>({
        ...plan,
        end: async (report) => {
          for (const queryKey of invalidates) void client.invalidateQueries({ queryKey });
          return plan.end?.(report);
        },
      }),
    [client],
  );
}
