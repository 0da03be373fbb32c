import type { QueryClient } from '@tanstack/react-query';
import { listDepartments } from '../api/departments.ts';
import type { Department } from '../contract/departments.ts';
import { foldName } from '../lib/fold.ts';
import { departmentIdPageOptions } from './department-names.ts';
import { largestPage } from './lists.ts';

/** Up to this many pages are read in full. With more departments the server searches, which may miss a name that differs in accents. */
const mostPages = 10;

/**
 * A department whose name people would take for `name`: another spelling of it in case, spaces or accents. Null when there is
 * none, when one has exactly that name, which the server refuses by itself, and when the names cannot be read: this is a courtesy,
 * and must not keep a department from being added.
 * @param except the id of the department that is to get the name
 */
export async function findSimilarDepartment(client: QueryClient, name: string, except?: string): Promise<Department | null> {
  const similar = (await candidates(client, name).catch(() => [])).filter((department) => department.id !== except && foldName(department.name) === foldName(name));
  return similar.some((department) => department.name === name) ? null : (similar[0] ?? null);
}

async function candidates(client: QueryClient, name: string): Promise<Department[]> {
  const first = await client.query(departmentIdPageOptions(1));
  if (first.pageCount > mostPages) return (await listDepartments({ search: name.slice(0, 100), ordering: 'name', page: 1, pageSize: largestPage })).rows;
  const others = Array.from({ length: first.pageCount - 1 }, (_, index) => client.query(departmentIdPageOptions(index + 2)));
  return [first, ...(await Promise.all(others))].flatMap(({ rows }) => rows);
}
