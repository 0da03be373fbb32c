import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { Deferred } from '../../ui/deferred.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TableSkeleton } from '../../ui/skeleton.tsx';
import { Figures } from './figures.tsx';
import { FirstSteps, isNewCompany } from './first-steps.tsx';
import { LatestMembers } from './latest-members.tsx';
import { departmentCountOptions, recentMembersOptions } from './queries.ts';

const Growth = lazy(() => import('./growth.tsx'));

const firstLoad = { throwOnError: (_error: Error, query: { state: { data: unknown } }) => query.state.data === undefined };

/** The company at a glance. The results of the first two requests show at once; space is reserved for the rest. */
export function Component() {
  useDocumentTitle('Overview');
  const [now] = useState(() => Date.now());
  const departments = useQuery({ ...departmentCountOptions(), ...firstLoad }).data;
  const members = useQuery({ ...recentMembersOptions(), ...firstLoad }).data;
  return (
    <>
      <PageHeader title="Overview" />
      {departments && members ? (
        <>
          <Figures departments={departments.count} newest={members} />
          {isNewCompany(departments, now) && <FirstSteps departments={departments.count} members={members.count} />}
          {members.count > 0 && (
            <>
              <LatestMembers newest={members} />
              <Deferred standIn={<div className="mt-4 min-h-64" />}>
                <Growth newest={members} now={now} />
              </Deferred>
            </>
          )}
        </>
      ) : (
        <TableSkeleton rows={6} />
      )}
    </>
  );
}
