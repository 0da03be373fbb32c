import './job-tray.css';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useEffect, useId, useRef, useState } from 'react';
import { formatNumber } from '../lib/dates.ts';
import { announcePolitely } from '../stores/status.ts';
import { useStore } from '../stores/use-store.ts';
import { buttonClass } from '../ui/button-class.ts';
import { cx } from '../ui/cx.ts';
import { JobCard } from './job-card.tsx';
import { jobs } from './job-list.ts';
import { endText, stateText } from './job-text.ts';

/** The jobs of this tab, at the bottom of every page. */
export default function JobTray() {
  const list = useStore(jobs.list);
  useNews();
  return list.length > 0 && <Tray />;
}

function Tray() {
  const list = useStore(jobs.list);
  const [open, setOpen] = useState(true);
  const toggle = useRef<HTMLButtonElement>(null);
  const id = useId();
  const running = list.filter(({ status }) => status !== 'ended').length;

  function dismiss(jobId: string) {
    // The button disappears with its card, so the focus has to move.
    const rest = list.length > 1 ? toggle.current : document.getElementById('page-title');
    jobs.dismiss(jobId);
    rest?.focus();
  }

  return (
    <section aria-label="Jobs" className="job-tray" data-print="hide">
      <h2>
        <button ref={toggle} type="button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)} className={cx(buttonClass('quiet'), 'w-full')}>
          <span className="grow text-start">
            Jobs<span className="font-normal text-muted">{` · ${running > 0 ? `${formatNumber(running)} running` : 'none running'}`}</span>
          </span>
          <ChevronDown aria-hidden="true" className={cx('size-4', !open && 'rotate-180')} />
        </button>
      </h2>
      {open && (
        <ul id={id} className="job-list">
          {list.map((job) => (
            <JobCard key={job.id} job={job} onDismiss={() => dismiss(job.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Announces to screen readers that a job has started, is waiting or has ended. */
function useNews() {
  const list = useStore(jobs.list);
  const told = useRef(new Map<string, string>());
  useEffect(() => {
    for (const job of list) {
      const news = job.status === 'ended' ? endText(job) : job.status;
      if (told.current.get(job.id) === news) continue;
      const text = job.status === 'running' && !told.current.has(job.id) ? 'Started' : stateText(job, Date.now());
      told.current.set(job.id, news);
      announcePolitely(`${job.title}: ${text}`);
    }
  }, [list]);
}
