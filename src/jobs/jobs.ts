import { createStore, type Store } from '../stores/create-store.ts';
import { startRun, type JobRun } from './job-run.ts';
import type { HoldReason, JobDeps, JobPlan, JobView } from './job-types.ts';

/** Work on many rows that continues after the user has left the page. Belongs to one session. */
export interface Jobs {
  /** Starts a job and returns its id. */
  start<Item, Result = unknown>(plan: JobPlan<Item, Result>): string;
  /** Starts no further item until `resume`. */
  pause(id: string): void;
  /** Continues a paused job, or one that is on hold. */
  resume(id: string): void;
  /** Starts no further item, and ends the job once the requests in flight have finished. */
  cancel(id: string): void;
  /** Repeats the failed items, and runs those that a cancelled job has left. */
  retry(id: string): void;
  /** Removes an ended job from the list. */
  dismiss(id: string): void;
  /** Continues the jobs that are on hold for one of these reasons. */
  poke(reasons: readonly HoldReason[]): void;
  /** Aborts and removes all jobs: the session has ended. */
  clear(): void;
  /** The jobs, oldest first; the same array until something changes. */
  list: Pick<Store<readonly JobView[]>, 'get' | 'subscribe'>;
}

/** Creates an empty list of jobs. */
export function createJobs(deps: JobDeps): Jobs {
  const runs = new Map<string, JobRun>();
  const list = createStore<readonly JobView[]>([]);
  let started = 0;

  const changed = () => list.set([...runs.values()].map((run) => run.view()));

  function remove(id: string): void {
    runs.get(id)?.drop();
    if (runs.delete(id)) changed();
  }

  return {
    start(plan) {
      const id = `job-${++started}`;
      // `startRun` already calls `changed`, before the run is in the list.
      runs.set(id, startRun(id, plan, deps, changed, () => remove(id)));
      changed();
      return id;
    },
    pause: (id) => runs.get(id)?.pause(),
    resume: (id) => runs.get(id)?.resume(),
    cancel: (id) => runs.get(id)?.cancel(),
    retry: (id) => runs.get(id)?.retry(),
    dismiss: remove,
    poke(reasons) {
      for (const run of runs.values()) run.poke(reasons);
    },
    clear() {
      for (const run of runs.values()) run.drop();
      runs.clear();
      changed();
    },
    list,
  };
}
