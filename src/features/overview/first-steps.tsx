import Circle from 'lucide-react/icons/circle';
import CircleCheck from 'lucide-react/icons/circle-check';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Page } from '../../api/pagination.ts';
import { paths } from '../../paths.ts';
import type { Department } from '../../contract/departments.ts';
import { setFlag } from '../../stores/kept-flag.ts';
import { useFlag } from '../../stores/use-flag.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { thirtyDays } from './growth-queries.ts';
import { noteHandOver, stepFlag } from '../../data/first-steps.ts';

const words = { markDone: 'Mark as done' };

/** Whether the company is new: it has no department yet, or its first one is at most 30 days old. */
export function isNewCompany({ rows }: Page<Department>, now: number): boolean {
  return rows.every((department) => Date.parse(department.created_at) > now - thirtyDays);
}

/** A checklist for a new company. Each step is ticked off automatically, and the list can be dismissed. */
export function FirstSteps({ departments, members }: { departments: number; members: number }) {
  const handedOver = useFlag(stepFlag('handed-over'));
  const hidden = useFlag(stepFlag('hidden'));
  if (hidden) return null;
  const hasDepartment = departments > 0;
  const hasMember = members > 0;
  const done = [hasDepartment, hasMember, handedOver].filter(Boolean).length;
  return (
    <section aria-labelledby="first-steps" className="mt-4 max-w-240">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="first-steps" tabIndex={-1} className="text-base font-semibold">
          First steps
        </h2>
        <p className="text-muted">{`${done} of 3 done`}</p>
      </div>
      <ol className="mt-2 divide-y divide-line border-y border-line">
        <Step done={hasDepartment} title="Create a department" detail="Every team member belongs to one.">
          <Link to={paths.newDepartment} className={buttonClass(hasDepartment ? 'secondary' : 'primary')}>
            Add department
          </Link>
        </Step>
        <Step done={hasMember} title="Add or import people" detail="One at a time, or all of them from a CSV file.">
          <Link to={paths.newMember} className={buttonClass(hasDepartment && !hasMember ? 'primary' : 'secondary')}>
            Add member
          </Link>
          <Link to={paths.importMembers} className={buttonClass()}>
            Import members
          </Link>
        </Step>
        <Step done={handedOver} title="Hand over the log-in details" detail="You see a new member’s password once, when you add them. No mail goes out: give it to them yourself.">
          {hasMember && !handedOver && <Button onClick={noteHandOver}>{words.markDone}</Button>}
        </Step>
      </ol>
      <Button variant="quiet" className="-ms-3 mt-2" onClick={hide}>
        Hide first steps
      </Button>
    </section>
  );
}

function hide() {
  setFlag(stepFlag('hidden'), true);
  // The button disappears with its section, so the focus has to move.
  document.getElementById('page-title')?.focus();
}

function Step({ done, title, detail, children }: { done: boolean; title: string; detail: string; children: ReactNode }) {
  return (
    <li className="flex items-start gap-4 py-3">
      {done ? <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-ok" /> : <Circle aria-hidden="true" className="size-5 shrink-0 text-muted" />}
      <div className="flex min-w-0 grow flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-60">
          <p className="font-medium">
            {title} <span className={done ? 'text-ok' : 'sr-only'}>{done ? '– done' : '– not done yet'}</span>
          </p>
          <p className="text-muted">{detail}</p>
        </div>
        {!done && <div className="flex flex-wrap gap-2">{children}</div>}
      </div>
    </li>
  );
}
