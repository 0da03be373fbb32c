import type { HoldReason, JobView } from './job-types.ts';
import { formatNumber } from '../lib/dates.ts';

const waits: Record<HoldReason, string> = {
  unreachable: 'Cannot reach the server.',
  server: 'The server has a problem.',
  throttled: 'The server asks to wait.',
  session: 'Waiting until you are logged in again.',
};

/** "430 of 1,000, 3 failed" */
export function progressText({ settled, total, failed }: JobView): string {
  if (total === 0) return 'Reading the list';
  const count = `${formatNumber(settled)} of ${formatNumber(total)}`;
  return failed === 0 ? count : `${count}, ${formatNumber(failed)} failed`;
}

/** What a job is doing, in a sentence. `now` is in milliseconds since the epoch. */
export function stateText(job: JobView, now: number): string {
  switch (job.status) {
    case 'running':
      return 'Running';
    case 'waiting':
      return waitText(job, now);
    case 'paused':
      return 'Paused';
    case 'stopping':
      return 'Stopping: what is under way is still being answered';
    case 'ended':
      return endText(job);
  }
}

/** The outcome of an ended job. */
export function endText(job: JobView): string {
  if (job.summary !== undefined) return job.summary;
  const done = `${formatNumber(job.settled - job.failed)} of ${formatNumber(job.total)} done`;
  return `${job.cancelled ? 'Cancelled. ' : ''}${done}${job.failed === 0 ? '.' : `, ${formatNumber(job.failed)} failed.`}`;
}

function waitText({ hold }: JobView, now: number): string {
  if (hold === null) return '';
  if (hold.until === null) return waits[hold.reason];
  return `${waits[hold.reason]} Going on in ${Math.max(1, Math.ceil((hold.until - now) / 1000))} s.`;
}
