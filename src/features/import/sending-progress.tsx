import { createStore } from '../../stores/create-store.ts';
import { useStore } from '../../stores/use-store.ts';
import { formatNumber } from '../../lib/dates.ts';
import type { HoldReason, JobView } from '../../jobs/job-types.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { Button } from '../../ui/button.tsx';
import type { ImportState } from './import-state.ts';

const noJobs = createStore<readonly JobView[]>([]);

/** The job that sends the rows; null when there is none, or it has been dismissed. */
export function useSending(job: ImportState['job']): JobView | null {
  return useStore(job?.jobs.list ?? noJobs).find(({ id }) => id === job?.id) ?? null;
}

const states: Record<JobView['status'], string> = {
  running: 'Adding team members',
  waiting: 'Waiting for the server',
  paused: 'Paused',
  stopping: 'Stopping: the rows under way are still being answered',
  ended: '',
};

const waits: Record<HoldReason, string> = {
  unreachable: 'Waiting: the server cannot be reached',
  server: 'Waiting: the server has a problem',
  throttled: 'Waiting: the server asks for a pause',
  session: 'Waiting until you are logged in again',
};

/** The progress of the import, with buttons to pause and cancel it. On other pages the tray shows it. */
export function SendingProgress({ job, jobs }: { job: JobView; jobs: Jobs }) {
  const { id, status, settled, total, failed, hold } = job;
  return (
    <section aria-label="Import" className="flex max-w-160 flex-col gap-2 rounded-md border border-line bg-surface p-4">
      <p className="font-medium">{hold ? waits[hold.reason] : states[status]}</p>
      <progress className="h-2 w-full accent-accent" value={settled} max={Math.max(1, total)} aria-label="Progress of the import" />
      <p className="tabular-nums text-muted">{`${formatNumber(settled)} of ${formatNumber(total)}${failed > 0 ? `, ${formatNumber(failed)} failed` : ''}`}</p>
      <p className="text-muted">You can leave this page, but keep this tab open.</p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={status === 'stopping'} onClick={() => (status === 'running' ? jobs.pause(id) : jobs.resume(id))}>
          {status === 'paused' ? 'Resume' : status === 'waiting' ? 'Go on now' : 'Pause'}
        </Button>
        <Button pending={status === 'stopping'} onClick={() => jobs.cancel(id)}>
          Cancel import
        </Button>
      </div>
    </section>
  );
}
