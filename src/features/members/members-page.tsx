import { lazy } from 'react';
import { Link } from 'react-router';
import { listMembers } from '../../api/members.ts';
import { memberOrderingFields } from '../../contract/lists.ts';
import type { Member } from '../../contract/members.ts';
import { fullName, memberListOptions } from '../../data/members.ts';
import { exportMembers } from '../../jobs/load-exports.ts';
import type { ListDefinition } from '../../lists/list-definition.ts';
import { ListPage } from '../../lists/list-page.tsx';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { ClampedText } from '../../ui/clamped-text.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Column } from '../../ui/table.tsx';
import { textLink } from '../../ui/text-link.ts';
import { Timestamp } from '../../ui/timestamp.tsx';
import { confirmDelete } from './delete-member.ts';
import { confirmReset } from './send-reset.ts';
import { useMemberRows, type MemberRow } from './use-member-rows.ts';
import { memberSorts, words } from './words.ts';

const columns: readonly Column<MemberRow>[] = [
  { key: 'name', header: words.name, cell: (member) => <ClampedText>{fullName(member)}</ClampedText>, sortKey: 'first_name', width: 'w-40' },
  { key: 'email', header: words.email, cell: ({ email }) => <ClampedText>{email}</ClampedText>, sortKey: 'email' },
  { key: 'department', header: words.department, cell: ({ department, departmentName }) => <DepartmentName id={department} name={departmentName} />, width: 'w-36' },
  { key: 'role', header: words.role, cell: ({ role }) => role, width: 'w-24', priority: 'low' },
  { key: 'added', header: words.added, cell: ({ created_at }) => <Timestamp value={created_at} />, sortKey: 'created_at', width: 'w-28' },
  { key: 'updated', header: words.updated, cell: ({ updated_at }) => <Timestamp value={updated_at} />, sortKey: 'updated_at', width: 'w-28', priority: 'lowest' },
];

function DepartmentName({ id, name }: { id: string | null; name: string | null | undefined }) {
  if (name === undefined) return <Skeleton className="w-24" />;
  if (name !== null && id !== null) {
    return (
      <Link to={paths.department(id)} className={textLink}>
        <ClampedText>{name}</ClampedText>
      </Link>
    );
  }
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{words.unknownDepartment}</span>
    </>
  );
}

const list: ListDefinition<Member, MemberRow> = {
  path: paths.members,
  call: listMembers,
  options: memberListOptions,
  fields: memberOrderingFields,
  sorts: memberSorts,
  columns,
  useRows: useMemberRows,
  nameOf: fullName,
  actions: (row, { client, open, forget }) => [
    { id: 'edit', label: words.edit, onAction: () => open(paths.editMember(row.id)) },
    { id: 'reset', label: words.reset, onAction: () => void confirmReset(client, row) },
    { id: 'delete', label: words.remove, danger: true, onAction: () => void confirmDelete(client, row).then((gone) => gone && forget([row.id])) },
  ],
  links: (
    <Link to={paths.importMembers} className={buttonClass('quiet')}>
      {words.importFile}
    </Link>
  ),
  exportAll: exportMembers,
  newPath: paths.newMember,
  loadNew: () => import('./new-member.tsx'),
  loadActions: () => import('./edit-member.tsx'),
  Selection: lazy(() => import('./member-selection.tsx')),
  words,
};

/** The company's team members. */
export function Component() {
  return <ListPage list={list} />;
}
