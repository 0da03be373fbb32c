import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { JobPlan } from './job-types.ts';
import type { Jobs } from './jobs.ts';
import { announce } from '../stores/status.ts';
import { wantTray } from './wanted.ts';

/** The list of jobs, for a page that shows its own. Its code comes with the first job. */
export const loadJobs = async (): Promise<Jobs> => (await import('./job-list.ts')).jobs;

/**
 * Starts work on many rows. It runs on whatever page is shown, in the tray, until the session ends. The engine comes with
 * the first job; where it cannot be loaded the status region says so and the answer is null.
 * @returns the job's id
 */
export async function startJob<Item, Result>(plan: JobPlan<Item, Result>): Promise<string | null> {
  try {
    const jobs = await loadJobs();
    wantTray();
    return jobs.start(plan);
  } catch (error) {
    console.error(error);
    announce('This could not be started. Check your connection, reload the page and try again.', { tone: 'danger' });
    return null;
  }
}

/** As `startJob`, for changes: when the job ends, the queries of `invalidates` are read anew. */
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
