import { lazy, useCallback, useState } from 'react';
import { Link, Outlet } from 'react-router';
import { paths } from '../../paths.ts';
import type { Department } from '../../contract/departments.ts';
import { departmentOrderingFields } from '../../contract/lists.ts';
import { useDocumentTitle } from '../../stores/document-title.ts';
import type { ListOutlet } from '../../lists/use-dialog-route.ts';
import { useOpenDialog } from '../../lists/use-open-dialog.ts';
import { useSelection } from '../../lists/use-selection.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { Button } from '../../ui/button.tsx';
import { Deferred } from '../../ui/deferred.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListView } from '../../lists/list-view.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { textLink } from '../../ui/text-link.ts';
import { exportDepartments } from '../../jobs/load-exports.ts';
import { useList } from '../../lists/use-list.ts';
import { listDepartments } from '../../api/departments.ts';
import { departmentColumns } from './columns.tsx';
import { departmentListOptions } from '../../data/departments.ts';
import { departmentSorts, words } from './words.ts';

const loadDelete = () => import('./delete-department.tsx');
const DeleteDepartment = lazy(loadDelete);
const DepartmentSelection = lazy(() => import('./department-selection.tsx'));

// A failure is met again, and shown, when the dialog is opened.
const preloadNew = () => void import('./new-department.tsx').catch(() => undefined);
const preloadRow = () => void Promise.all([import('./edit-department.tsx'), loadDelete()]).catch(() => undefined);

const plan = {
  path: paths.departments,
  fields: departmentOrderingFields,
  call: listDepartments,
  options: departmentListOptions,
  countWords: words.count,
  sorts: departmentSorts,
};

/** The company's departments. */
export function Component() {
  useDocumentTitle(words.title);
  const { view, url, draft, isStale, created, onCreated } = useList(plan);
  const { open, linkTo } = useOpenDialog(url, draft);
  const [deleting, setDeleting] = useState<Department | null>(null);
  const total = view.page?.count ?? 0;
  const selection = useSelection(url.state.search, view.page?.rows, total);
  const rowActions = useCallback((row: Department) => <RowActions row={row} onRename={open} onDelete={setDeleting} />, [open]);
  const exportAll = async () => {
    const typed = await draft.flush();
    await exportDepartments({ ...url.state, search: typed ?? url.state.search });
  };
  const actions = (
    <>
      <Button variant="quiet" onClick={() => void exportAll()}>
        {words.exportAll}
      </Button>
      <Link {...linkTo(paths.newDepartment)} className={buttonClass('primary')} onPointerEnter={preloadNew} onFocus={preloadNew} onTouchStart={preloadNew}>
        {words.add}
      </Link>
    </>
  );
  const onDeleted = (id: string) => {
    selection.forget([id]);
    setDeleting(null);
  };

  return (
    <>
      <PageHeader title={words.title} actions={actions} />
      {created && (
        <Notice actions={<Link to={url.hrefWith({ search: created.search, page: 1 })} className={textLink}>{words.show(created.name)}</Link>}>
          {words.notOnPage(created.name)}
        </Notice>
      )}
      <ListView {...view} words={words} empty={<EmptyState title={words.emptyTitle} description={words.emptyText} />}>
        {(rows) => (
          <Table
            caption={words.title}
            columns={departmentColumns}
            rows={rows}
            rowKey={rowKey}
            ordering={view.ordering}
            onOrder={view.onOrder}
            rowActions={rowActions}
            selection={{ ...selection, nameOf }}
            busy={isStale}
          />
        )}
      </ListView>
      <Outlet context={{ onCreated } satisfies ListOutlet} />
      {selection.count > 0 && (
        <Deferred>
          <DepartmentSelection selection={selection} search={url.state.search} total={total} />
        </Deferred>
      )}
      {deleting && (
        <Deferred>
          <DeleteDepartment department={deleting} onClose={() => setDeleting(null)} onDeleted={() => onDeleted(deleting.id)} />
        </Deferred>
      )}
    </>
  );
}

const rowKey = ({ id }: Department) => id;
const nameOf = ({ name }: Department) => name;

interface RowActionsProps {
  row: Department;
  onRename: (path: string) => void;
  onDelete: (row: Department) => void;
}

function RowActions({ row, onRename, onDelete }: RowActionsProps) {
  const items = [
    { id: 'rename', label: words.rename, onAction: () => onRename(paths.editDepartment(row.id)) },
    { id: 'delete', label: words.remove, danger: true, onAction: () => onDelete(row) },
  ];
  return <MenuButton label={words.actionsFor(row.name)} items={items} onIntent={preloadRow} />;
}
