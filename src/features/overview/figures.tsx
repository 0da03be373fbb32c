import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../api/pagination.ts';
import type { Member } from '../../contract/members.ts';
import { formatNumber } from '../../lib/dates.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { joinedOptions } from './growth-queries.ts';

/** Three numbers about the company. */
export function Figures({ departments, newest }: { departments: number; newest: Page<Member> }) {
  return (
    <dl className="grid max-w-240 grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-3">
      <Figure name="Departments">{formatNumber(departments)}</Figure>
      <Figure name="Team members">{formatNumber(newest.count)}</Figure>
      <Figure name="Joined in the last 30 days">
        <Joined newest={newest} />
      </Figure>
    </dl>
  );
}

function Joined({ newest }: { newest: Page<Member> }) {
  const { data, isError } = useQuery(joinedOptions(useQueryClient(), newest));
  if (data !== undefined) return formatNumber(data);
  return isError ? <span className="text-sm font-normal text-muted">Could not be counted</span> : <Skeleton className="w-12" />;
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end border-t border-line pt-3 max-sm:last:col-span-2">
      <dt className="text-muted">{name}</dt>
      <dd data-numeric="" className="flex min-h-8 items-center text-xl font-semibold">
        {children}
      </dd>
    </div>
  );
}
