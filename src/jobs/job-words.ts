import type { HoldReason, JobView } from './job-types.ts';
import { formatNumber } from '../lib/dates.ts';

const waits: Record<HoldReason, string> = {
  unreachable: 'Cannot reach the server.',
  server: 'The server has a problem.',
  throttled: 'The server asks to wait.',
  session: 'Waiting until you are logged in again.',
};

/** "430 of 1,000, 3 failed" */
export function countWords({ settled, total, failed, unit }: JobView): string {
  const count = `${formatNumber(settled)} of ${formatNumber(total)}${unit === undefined ? '' : ` ${unit}`}`;
  return failed === 0 ? count : `${count}, ${formatNumber(failed)} failed`;
}

/** What a job is doing, in a sentence. `now` is in ms since the epoch. */
export function stateWords(job: JobView, now: number): string {
  switch (job.status) {
    case 'running':
      return 'Running';
    case 'waiting':
      return waitWords(job, now);
    case 'paused':
      return 'Paused';
    case 'stopping':
      return 'Stopping: what is under way is still being answered';
    case 'ended':
      return endWords(job);
  }
}

/** What came of an ended job. */
export function endWords(job: JobView): string {
  if (job.words !== undefined) return job.words;
  const done = `${formatNumber(job.settled - job.failed)} of ${formatNumber(job.total)} done`;
  return `${job.cancelled ? 'Cancelled. ' : ''}${done}${job.failed === 0 ? '.' : `, ${formatNumber(job.failed)} failed.`}`;
}

function waitWords({ hold }: JobView, now: number): string {
  if (hold === null) return '';
  if (hold.until === null) return waits[hold.reason];
  return `${waits[hold.reason]} Going on in ${Math.max(1, Math.ceil((hold.until - now) / 1000))} s.`;
}
