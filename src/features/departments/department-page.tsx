import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { Link, Outlet, useNavigate, useParams } from 'react-router';
import { paths } from '../../paths.ts';
import type { Department } from '../../contract/departments.ts';
import { formatNumber } from '../../lib/dates.ts';
import { useDocumentTitle } from '../../stores/document-title.ts';
import { carryStatus } from '../../stores/status.ts';
import { overList } from '../../lists/use-dialog-route.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TableSkeleton } from '../../ui/skeleton.tsx';
import { Timestamp } from '../../ui/timestamp.tsx';
import { DepartmentMembers } from './department-members.tsx';
import { words } from './department-words.ts';
import { departmentRowOptions } from '../../data/department-row.ts';
import { useDepartmentMembers } from './use-department-members.ts';

const loadDelete = () => import('./delete-department.tsx');
const loadMove = () => import('./move-dialog.tsx');
const DeleteDepartment = lazy(loadDelete);
const MoveDialog = lazy(loadMove);

// A failure is met again, and shown, when the dialog is opened.
const preload = () => void Promise.all([loadDelete(), loadMove(), import('./rename-here.tsx')]).catch(() => undefined);

/** One department: what it is, who is in it, and what can be done with both. */
export function Component() {
  const { id = '' } = useParams();
  const { data } = useQuery({ ...departmentRowOptions(useQueryClient(), id), throwOnError: (_error, query) => query.state.data === undefined });
  useDocumentTitle(data?.name ?? words.title);
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
  const [open, setOpen] = useState<'delete' | 'move' | null>(null);
  const close = () => setOpen(null);

  function leave() {
    carryStatus();
    void navigate(paths.departments, { replace: true });
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
            {found.status === 'done' && found.members.length > 0 && <Button onClick={() => setOpen('move')}>{words.moveAll}</Button>}
            <Link to={paths.renameDepartment(department.id)} state={overList} preventScrollReset className={buttonClass()}>
              {words.rename}
            </Link>
            <Button onClick={() => setOpen('delete')}>{words.remove}</Button>
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
      {open !== null && (
        <Deferred>
          {open === 'delete' && <DeleteDepartment department={department} onClose={close} onDeleted={leave} />}
          {open === 'move' && <MoveDialog department={department} members={found.members} onClose={close} />}
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
