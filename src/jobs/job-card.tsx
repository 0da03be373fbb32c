import { Link } from 'react-router';
import { formatNumber } from '../lib/dates.ts';
import type { JobView } from './job-types.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/use-now.ts';
import { jobs } from './job-list.ts';
import { progressText, stateText } from './job-text.ts';

/** How many failures a card lists. */
const listed = 20;

/** One job in the tray. `onDismiss` removes it and moves the focus. */
export function JobCard({ job, onDismiss }: { job: JobView; onDismiss: () => void }) {
  const ended = job.status === 'ended';
  return (
    <li className="flex flex-col gap-2 border-t border-line p-3">
      <p className="font-medium">{job.title}</p>
      {!ended && (
        <div className="flex flex-col gap-1">
          <progress className="h-2 w-full accent-accent" value={job.total === 0 ? undefined : job.settled} max={Math.max(1, job.total)} aria-label={`Progress of ${job.title}`} />
          <p className="tabular-nums text-muted">{progressText(job)}</p>
        </div>
      )}
      <p className="text-muted">{job.status === 'waiting' ? <Waiting job={job} /> : stateText(job, 0)}</p>
      {job.failures.length > 0 && <Failures job={job} />}
      <div className="flex flex-wrap gap-2">
        {(job.status === 'running' || job.status === 'waiting' || job.status === 'paused') && <PauseButton job={job} />}
        {ended && job.action && <Button onClick={job.action.run}>{job.action.label}</Button>}
        {job.canRetry && (
          <Button onClick={() => jobs.retry(job.id)} aria-label={`Retry failed: ${job.title}`}>
            Retry failed
          </Button>
        )}
        {job.page && (
          <Link to={job.page.path} className={buttonClass('secondary')}>
            {job.page.label}
          </Link>
        )}
        {/* One element for both, so that the focus stays on it after Cancel, when the job ends. */}
        <Button
          key="end"
          variant="quiet"
          pending={job.status === 'stopping'}
          aria-label={`${ended ? 'Dismiss' : 'Cancel'}: ${job.title}`}
          onClick={() => (ended ? onDismiss() : jobs.cancel(job.id))}
        >
          {ended ? 'Dismiss' : 'Cancel'}
        </Button>
      </div>
    </li>
  );
}

function PauseButton({ job }: { job: JobView }) {
  const goes = job.status === 'running';
  const label = goes ? 'Pause' : job.status === 'paused' ? 'Resume' : 'Go on now';
  return (
    <Button aria-label={`${label}: ${job.title}`} onClick={() => (goes ? jobs.pause(job.id) : jobs.resume(job.id))}>
      {label}
    </Button>
  );
}

function Failures({ job: { failures } }: { job: JobView }) {
  return (
    <details>
      <summary className="min-h-6 text-danger">{`${formatNumber(failures.length)} failed`}</summary>
      <ul className="mt-1 flex flex-col gap-1">
        {failures.slice(0, listed).map(({ name, message }, index) => (
          // Two rows may have the same name, and the list only grows.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <bdi className="font-medium">{name}</bdi>
            <span>{`: ${message}`}</span>
          </li>
        ))}
        {failures.length > listed && <li className="text-muted">{`and ${formatNumber(failures.length - listed)} more`}</li>}
      </ul>
    </details>
  );
}

/** Why the job is waiting, with a countdown. */
function Waiting({ job }: { job: JobView }) {
  return <span>{stateText(job, useNow())}</span>;
}
