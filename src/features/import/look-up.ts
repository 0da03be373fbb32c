import type { Page } from '../../api/pagination.ts';
import { normalizeEmail } from '../../lib/email.ts';
import type { Department } from '../../contract/departments.ts';
import type { Member } from '../../contract/members.ts';
import { listDepartments } from '../../api/departments.ts';
import { listMembers } from '../../api/members.ts';
import { largestPage } from '../../data/lists.ts';
import { foldName } from './rows.ts';

/** The member with that address; null when there is none. The server's search also matches parts of addresses, so the results are compared. */
export function findMember(email: string, signal: AbortSignal): Promise<Member | null> {
  return first((page) => listMembers({ search: email, ordering: 'id', page, pageSize: largestPage }, signal), (member) => normalizeEmail(member.email) === email);
}

/** The department with exactly that name; otherwise one whose name differs only in case or white space. */
export async function findDepartment(name: string, signal: AbortSignal): Promise<Department | null> {
  let alike: Department | null = null;
  const exact = await first(
    (page) => readDepartments(name, page, signal),
    (department) => {
      if (foldName(department.name) === foldName(name)) alike ??= department;
      return department.name === name;
    },
  );
  return exact ?? alike;
}

/** A page of the departments whose names contain every word of `search`. */
export const readDepartments = (search: string, page: number, signal: AbortSignal): Promise<Page<Department>> =>
  listDepartments({ search, ordering: 'name', page, pageSize: largestPage }, signal);

async function first<Row>(read: (page: number) => Promise<Page<Row>>, wanted: (row: Row) => boolean): Promise<Row | null> {
  for (let page = 1; ; page += 1) {
    const { rows, pageCount } = await read(page);
    const found = rows.find(wanted);
    if (found !== undefined || page >= pageCount) return found ?? null;
  }
}
