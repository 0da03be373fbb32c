import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import type { Member } from '../../contract/members.ts';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TableSkeleton } from '../../ui/skeleton.tsx';
import { Timestamp } from '../../ui/timestamp.tsx';
import { departmentCountOptions, recentMembersOptions } from './queries.ts';

const firstLoad = { throwOnError: (_error: Error, query: { state: { data: unknown } }) => query.state.data === undefined };

/** The company at a glance. */
export function Component() {
  useDocumentTitle('Overview');
  const departments = useQuery({ ...departmentCountOptions(), ...firstLoad }).data;
  const members = useQuery({ ...recentMembersOptions(), ...firstLoad }).data;
  return (
    <>
      <PageHeader title="Overview" />
      {departments && members ? <Figures departments={departments.count} members={members.count} recent={members.rows.slice(0, 5)} /> : <TableSkeleton rows={4} />}
    </>
  );
}

function Figures({ departments, members, recent }: { departments: number; members: number; recent: Member[] }) {
  if (departments === 0) {
    return (
      <EmptyState title="Your company is ready to be filled" description="Begin with a department; then add its members.">
        <Link to={paths.newDepartment} className={buttonClass('primary')}>
          Add department
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      <dl className="grid max-w-160 grid-cols-2 gap-4">
        <Figure name="Departments" value={departments} />
        <Figure name="Team members" value={members} />
      </dl>
      <section aria-labelledby="recent">
        <h2 id="recent" className="text-base font-semibold">
          Recently added
        </h2>
        <ul className="mt-2 divide-y divide-line border-y border-line">
          {recent.map((member) => (
            <li key={member.id} className="flex min-h-11 items-center justify-between gap-4 py-2">
              <bdi className="min-w-0 truncate">{`${member.first_name} ${member.last_name}`}</bdi>
              <Timestamp value={member.created_at} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div className="flex flex-col-reverse rounded-md border border-line bg-surface p-4">
      <dt className="text-muted">{name}</dt>
      <dd className="text-2xl font-semibold tabular-nums">{value.toLocaleString()}</dd>
    </div>
  );
}
