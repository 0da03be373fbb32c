import { lazy } from 'react';
import { Link } from 'react-router';
import { listDepartments } from '../../api/departments.ts';
import type { Department } from '../../contract/departments.ts';
import { departmentOrderingFields } from '../../contract/lists.ts';
import { departmentListOptions } from '../../data/departments.ts';
import { exportDepartments } from '../../jobs/load-exports.ts';
import type { ListDefinition } from '../../lists/list-definition.ts';
import { ListPage } from '../../lists/list-page.tsx';
import { paths } from '../../paths.ts';
import { ClampedText } from '../../ui/clamped-text.tsx';
import type { Column } from '../../ui/table.tsx';
import { textLink } from '../../ui/text-link.ts';
import { Timestamp } from '../../ui/timestamp.tsx';
import { confirmDelete } from './delete-department.tsx';
import { departmentSorts, words } from './words.ts';

const columns: readonly Column<Department>[] = [
  { key: 'name', header: words.name, cell: ({ id, name }) => <NameLink id={id} name={name} />, sortKey: 'name' },
  { key: 'created', header: words.created, cell: ({ created_at }) => <Timestamp value={created_at} />, sortKey: 'created_at', width: 'w-36' },
  { key: 'updated', header: words.updated, cell: ({ updated_at }) => <Timestamp value={updated_at} />, sortKey: 'updated_at', width: 'w-36' },
];

function NameLink({ id, name }: Pick<Department, 'id' | 'name'>) {
  return (
    <Link to={paths.department(id)} className={textLink}>
      <ClampedText>{name}</ClampedText>
    </Link>
  );
}

const list: ListDefinition<Department> = {
  path: paths.departments,
  call: listDepartments,
  options: departmentListOptions,
  fields: departmentOrderingFields,
  sorts: departmentSorts,
  columns,
  useRows: (rows) => rows,
  nameOf: ({ name }) => name,
  actions: (row, { client, open, forget }) => [
    { id: 'rename', label: words.rename, onAction: () => open(paths.editDepartment(row.id)) },
    { id: 'delete', label: words.remove, danger: true, onAction: () => void confirmDelete(client, row).then((gone) => gone && forget([row.id])) },
  ],
  exportAll: exportDepartments,
  newPath: paths.newDepartment,
  loadNew: () => import('./new-department.tsx'),
  loadActions: () => Promise.all([import('./edit-department.tsx'), import('./move-first.tsx')]),
  Selection: lazy(() => import('./department-selection.tsx')),
  words,
};

/** The company's departments. */
export function Component() {
  return <ListPage list={list} />;
}
