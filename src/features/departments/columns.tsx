import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import type { Department } from '../../contract/departments.ts';
import { ClampedText } from '../../ui/clamped-text.tsx';
import type { Column } from '../../ui/table.tsx';
import { textLink } from '../../ui/text-link.ts';
import { Timestamp } from '../../ui/timestamp.tsx';
import { words } from './words.ts';

function NameLink({ id, name }: Pick<Department, 'id' | 'name'>) {
  return (
    <Link to={paths.department(id)} className={textLink}>
      <ClampedText>{name}</ClampedText>
    </Link>
  );
}

export const departmentColumns: readonly Column<Department>[] = [
  { key: 'name', header: words.name, cell: ({ id, name }) => <NameLink id={id} name={name} />, sortKey: 'name' },
  { key: 'created', header: words.created, cell: ({ created_at }) => <Timestamp value={created_at} />, sortKey: 'created_at', width: 'w-36' },
  { key: 'updated', header: words.updated, cell: ({ updated_at }) => <Timestamp value={updated_at} />, sortKey: 'updated_at', width: 'w-36' },
];
