import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { Link, Outlet, useNavigate, useParams } from 'react-router';
import { paths } from '../../paths.ts';
import type { Department } from '../../contract/departments.ts';
import { formatNumber } from '../../lib/dates.ts';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { carryStatus } from '../../stores/status.ts';
import { overList } from '../../lists/use-close-dialog.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { preloadAlertDialog } from '../../ui/preload-alert-dialog.ts';
import { TableSkeleton } from '../../ui/skeleton.tsx';
import { Timestamp } from '../../ui/timestamp.tsx';
import { confirmDelete } from './delete-department.tsx';
import { DepartmentMembers } from './department-members.tsx';
import { words } from './department-words.ts';
import { departmentRowOptions } from '../../data/department-row.ts';
import { useDepartmentMembers } from './use-department-members.ts';
import { isolate } from '../../lib/isolate-text.ts';

const loadMove = () => import('./move-all.tsx');
const MoveAll = lazy(loadMove);

function preload() {
  preloadAlertDialog();
  // A failure comes up again, and is shown, when the dialog opens.
  Promise.all([loadMove(), import('./move-first.tsx'), import('./rename-here.tsx')]).catch(() => undefined);
}

/** One department: what it is, who is in it, and what can be done with both. */
export function Component() {
  const { id = '' } = useParams();
  const { data } = useQuery({ ...departmentRowOptions(useQueryClient(), id), throwOnError: (_error, query) => query.state.data === undefined });
  useDocumentTitle(data ? isolate(data.name) : words.title);
  if (data === undefined) {
    return (
      <>
        <PageHeader title={words.title} />
        <TableSkeleton />
      </>
    );
  }
  if (data !== null) return <Page key={data.id} department={data} />;
  return (
    <>
      <PageHeader title={words.title} />
      <EmptyState title={words.gone}>
        <Link to={paths.departments} className={buttonClass()}>
          {words.list}
        </Link>
      </EmptyState>
    </>
  );
}

function Page({ department }: { department: Department }) {
  const found = useDepartmentMembers(department);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [moving, setMoving] = useState(false);

  async function remove() {
    if (!(await confirmDelete(client, department))) return;
    carryStatus();
    await navigate(paths.departments, { replace: true });
  }

  return (
    <>
      <PageHeader
        title={department.name}
        actions={
          <div className="flex flex-wrap gap-2" onPointerEnter={preload} onFocus={preload} onTouchStart={preload}>
            <Link to={paths.newMemberIn(department.id)} state={overList} className={buttonClass('primary')}>
              {words.addHere}
            </Link>
            {found.status === 'done' && found.members.length > 0 && <Button onClick={() => setMoving(true)}>{words.moveAll}</Button>}
            <Link to={paths.renameDepartment(department.id)} state={overList} preventScrollReset className={buttonClass()}>
              {words.rename}
            </Link>
            <Button onClick={() => void remove()}>{words.remove}</Button>
          </div>
        }
      />
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Fact name={words.created}>
          <Timestamp value={department.created_at} />
        </Fact>
        <Fact name={words.updated}>
          <Timestamp value={department.updated_at} />
        </Fact>
        <Fact name={words.members}>
          <span data-numeric="">{found.status === 'done' ? formatNumber(found.members.length) : words.soFar(found.members.length)}</span>
        </Fact>
      </dl>
      <DepartmentMembers department={department} found={found} />
      <Outlet />
      {moving && (
        <Deferred>
          <MoveAll department={department} members={found.members} onClose={() => setMoving(false)} />
        </Deferred>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
