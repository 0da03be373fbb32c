import type { Department } from '../../contract/departments.ts';
import type { Column } from '../../ui/table.tsx';
import { Timestamp } from '../../ui/timestamp.tsx';
import { words } from './words.ts';

export const departmentColumns: readonly Column<Department>[] = [
  { key: 'name', header: words.name, cell: ({ name }) => <bdi>{name}</bdi>, sortKey: 'name' },
  { key: 'created', header: words.created, cell: ({ created_at }) => <Timestamp value={created_at} />, sortKey: 'created_at', width: 'w-36' },
  { key: 'updated', header: words.updated, cell: ({ updated_at }) => <Timestamp value={updated_at} />, sortKey: 'updated_at', width: 'w-36' },
];
