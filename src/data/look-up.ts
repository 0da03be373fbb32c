import type { Page } from '../api/pagination.ts';
import { normalizeEmail } from '../lib/email.ts';
import type { Department } from '../contract/departments.ts';
import type { Member } from '../contract/members.ts';
import { listDepartments } from '../api/departments.ts';
import { listMembers } from '../api/members.ts';
import { foldText } from '../lib/fold.ts';
import { tidyText } from '../lib/text.ts';
import { largestPage } from './lists.ts';

/** The member with that address; null when there is none. The server's search also matches parts of addresses, so the results are compared. */
export function findMember(email: string, signal?: AbortSignal): Promise<Member | null> {
  return first((page) => listMembers({ search: email, ordering: 'id', page, pageSize: largestPage }, signal), (member) => normalizeEmail(member.email) === email);
}

const day = 86_400_000;

/** Whether a member was added with these names since that time (milliseconds since the epoch), and did not exist before. */
export function wasAdded(found: Member, { first_name, last_name }: Pick<Member, 'first_name' | 'last_name'>, since: number): boolean {
  // With a day of leeway, because the server's clock may differ from the browser's.
  return found.first_name === first_name && found.last_name === last_name && Date.parse(found.created_at) > since - day;
}

/** The department with exactly that name; otherwise one whose name differs only in case or white space. */
export async function findDepartment(name: string, signal?: AbortSignal): Promise<Department | null> {
  let alike: Department | null = null;
  const exact = await first(
    (page) => readDepartments(name, page, signal),
    (department) => {
      if (folded(department.name) === folded(name)) alike ??= department;
      return department.name === name;
    },
  );
  return exact ?? alike;
}

/** A page of the departments whose names contain every word of `search`. */
export const readDepartments = (search: string, page: number, signal?: AbortSignal): Promise<Page<Department>> =>
  listDepartments({ search, ordering: 'name', page, pageSize: largestPage }, signal);

async function first<Row>(read: (page: number) => Promise<Page<Row>>, wanted: (row: Row) => boolean): Promise<Row | null> {
  for (let page = 1; ; page += 1) {
    const { rows, pageCount } = await read(page);
    const found = rows.find(wanted);
    if (found !== undefined || page >= pageCount) return found ?? null;
  }
}

const folded = (name: string): string => foldText(tidyText(name));
