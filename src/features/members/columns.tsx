import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { ClampedText } from '../../ui/clamped-text.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Column } from '../../ui/table.tsx';
import { textLink } from '../../ui/text-link.ts';
import { Timestamp } from '../../ui/timestamp.tsx';
import { fullName } from '../../data/members.ts';
import type { MemberRow } from './use-member-rows.ts';
import { words } from './words.ts';

export const memberColumns: readonly Column<MemberRow>[] = [
  { key: 'name', header: words.name, cell: (member) => <ClampedText>{fullName(member)}</ClampedText>, sortKey: 'first_name', width: 'w-40' },
  { key: 'email', header: words.email, cell: ({ email }) => <ClampedText>{email}</ClampedText>, sortKey: 'email' },
  { key: 'department', header: words.department, cell: ({ department, departmentName }) => <DepartmentName id={department} name={departmentName} />, width: 'w-36' },
  { key: 'role', header: words.role, cell: ({ role }) => role, width: 'w-24' },
  { key: 'added', header: words.added, cell: ({ created_at }) => <Timestamp value={created_at} />, sortKey: 'created_at', width: 'w-28' },
  { key: 'updated', header: words.updated, cell: ({ updated_at }) => <Timestamp value={updated_at} />, sortKey: 'updated_at', width: 'w-28' },
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
