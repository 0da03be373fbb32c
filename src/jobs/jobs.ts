import { startRun, type JobRun } from './job-run.ts';
import type { HoldReason, JobDeps, JobPlan, JobView } from './job-types.ts';

/** Work on many rows that goes on while its starter's page is long gone. Belongs to one session. */
export interface Jobs {
  /** Starts a job and answers its id. */
  start<Item, Result = unknown>(plan: JobPlan<Item, Result>): string;
  /** Begins nothing new until `resume`. */
  pause(id: string): void;
  /** Goes on, also when the job was waiting by itself. */
  resume(id: string): void;
  /** Begins nothing new any more, and ends when what is under way has been answered. */
  cancel(id: string): void;
  /** Does what failed once more, and what a cancelled job has left. */
  retry(id: string): void;
  /** Takes an ended job off the list. */
  dismiss(id: string): void;
  /** Wakes the jobs that wait for one of these reasons. */
  poke(reasons: readonly HoldReason[]): void;
  /** Aborts and forgets everything: the session is over. */
  clear(): void;
  /** The jobs, oldest first; the same array until something changes. */
  list(): readonly JobView[];
  /** Calls `listener` after each change. Answers the function that ends it. */
  subscribe(listener: () => void): () => void;
}

/** Makes an empty list of jobs. */
export function createJobs(deps: JobDeps): Jobs {
  const runs = new Map<string, JobRun>();
  const listeners = new Set<() => void>();
  let shown: readonly JobView[] | null = [];
  let started = 0;

  function changed(): void {
    shown = null;
    for (const listener of listeners) listener();
  }

  function remove(id: string): void {
    runs.get(id)?.drop();
    if (runs.delete(id)) changed();
  }

  return {
    start(plan) {
      const id = `job-${++started}`;
      // The first change comes before the run is in the list.
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
    list: () => (shown ??= [...runs.values()].map((run) => run.view())),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
