import type { MemberOrderingField } from '../../src/contract/lists.ts';
import { contains } from './dialect.ts';
import type { ChooseWindow, ListFilter, Rows } from './list.ts';
import type { Db, UserRow } from './schema.ts';

/** The role of people whom an admin added to a company. */
export const memberRole = 'Employee';

function membersOf(db: Db, companyId: number) {
  return db.selectFrom('users').where('company_id', '=', companyId).where('role', '=', memberRole);
}

/** Returns the member with that id if they belong to the company. */
export function findMember(db: Db, companyId: number, id: number): Promise<UserRow | undefined> {
  return membersOf(db, companyId).where('id', '=', id).selectAll().executeTakeFirst();
}

/** Removes a member; returns false if the company has none with that id. */
export async function removeMember(db: Db, companyId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('users')
    .where('company_id', '=', companyId).where('role', '=', memberRole).where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Up to this many matches, sorting them is faster than scanning all rows in the order of the list. */
const sortedAtMost = 10_000;

/** Reads a part of a company's members. */
export async function listMembers(db: Db, companyId: number, filter: ListFilter<MemberOrderingField>, chooseWindow: ChooseWindow): Promise<Rows<UserRow>> {
  let matching = membersOf(db, companyId);
  for (const term of filter.terms) matching = matching.where((row) => contains(db, row.ref('search'), term));
  const { count } = await matching.select((rows) => rows.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const { offset, limit } = chooseWindow(count);
  if (count === 0) return { count, rows: [] };
  const isFew = filter.terms.length > 0 && count <= sortedAtMost;
  // The search reads only its own index. Materialized, or the planner may scan the index of the ordering for matches instead.
  let page = isFew
    ? db.with((cte) => cte('found').materialized(), () => matching.select('id'))
      .selectFrom('users').innerJoin('found', 'found.id', 'users.id').selectAll('users')
    : matching.selectAll('users');
  for (const { field, descending } of filter.ordering) page = page.orderBy(`users.${field}`, descending ? 'desc' : 'asc');
  if (!filter.ordering.some(({ field }) => field === 'id')) page = page.orderBy('users.id');
  return { count, rows: await page.limit(limit).offset(offset).execute() };
}
