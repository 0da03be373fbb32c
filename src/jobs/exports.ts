import { listDepartments } from '../api/departments.ts';
import { listMembers } from '../api/members.ts';
import { largestPage } from '../data/lists.ts';
import { exportDate, exportDateHeader } from '../lib/export-date.ts';
import type { ListSearch } from '../lib/list-search.ts';
import { exportList } from './export-list.ts';
import { createWalk } from './export-walk.ts';

type Asked = Pick<ListSearch, 'search' | 'ordering'>;

const readDepartments = (asked: Asked) => (page: number, signal: AbortSignal) =>
  listDepartments({ ...asked, page, pageSize: largestPage }, signal);

const readMembers = (asked: Asked) => (page: number, signal: AbortSignal) =>
  listMembers({ ...asked, page, pageSize: largestPage }, signal);

/** Exports the matching departments, in the list's order. */
export function exportDepartments({ search, ordering }: Asked): Promise<void> {
  return exportList({
    one: 'department',
    many: 'departments',
    fileName: 'departments',
    search,
    header: ['Name', exportDateHeader('Created'), exportDateHeader('Updated')],
    walk: createWalk(readDepartments({ search, ordering })),
    cells: ({ name, created_at, updated_at }) => [name, exportDate(created_at), exportDate(updated_at)],
  });
}

/** Exports the matching members, in the list's order, with the names of their departments. The import recognises the header. */
export function exportMembers({ search, ordering }: Asked): Promise<void> {
  const departments = createWalk(readDepartments({ search: '', ordering: 'id' }));
  let names: Map<string, string> | null = null;
  const nameOf = (id: string) => (names ??= new Map(departments.rows().map((row) => [row.id, row.name]))).get(id) ?? '';
  return exportList({
    one: 'team member',
    many: 'team members',
    fileName: 'team-members',
    search,
    header: ['First name', 'Last name', 'Email', 'Department', 'Role', exportDateHeader('Added'), exportDateHeader('Updated')],
    walk: createWalk(readMembers({ search, ordering })),
    lookup: {
      walk: departments,
      wanted: ({ count, rows }) => count > 0 && rows.some(({ department, departmentName }) => department !== null && departmentName === null),
    },
    cells: ({ first_name, last_name, email, department, departmentName, role, created_at, updated_at }) => [
      first_name,
      last_name,
      email,
      departmentName ?? (department === null ? '' : nameOf(department)),
      role,
      exportDate(created_at),
      exportDate(updated_at),
    ],
  });
}
