import type { MemberOrderingField } from '../../src/contract/lists.ts';
import type { ListQuery } from '../http/list-query.ts';
import { pageWindow, type Rows } from '../http/page.ts';
import { contains } from './dialect.ts';
import type { Db, UserRow } from './schema.ts';

/** The role of who was added to a company by its admin. */
export const memberRole = 'Employee';

function membersOf(db: Db, companyId: number) {
  return db.selectFrom('users').where('company_id', '=', companyId).where('role', '=', memberRole);
}

/** The member of that id, if it is one of that company. */
export function findMember(db: Db, companyId: number, id: number): Promise<UserRow | undefined> {
  return membersOf(db, companyId).where('id', '=', id).selectAll().executeTakeFirst();
}

/** Removes a member; false when there is none of that id in the company. */
export async function removeMember(db: Db, companyId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('users')
    .where('company_id', '=', companyId).where('role', '=', memberRole).where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Up to so many rows it is quicker to sort what a search found than to look through all rows in their order. */
const sortedAtMost = 10_000;

/** A page of a company's members. Throws a Failure (404) for a page that is not there. */
export async function listMembers(db: Db, companyId: number, query: ListQuery<MemberOrderingField>): Promise<Rows<UserRow>> {
  let matching = membersOf(db, companyId);
  for (const term of query.terms) matching = matching.where((row) => contains(db, row.ref('search'), term));
  const { count } = await matching.select((rows) => rows.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const { offset, limit } = pageWindow(query, count);
  if (count === 0) return { count, rows: [] };
  const isFew = query.terms.length > 0 && count <= sortedAtMost;
  // The search reads its own index alone; materialized, so that the planner does not look for matches in another one's order.
  let page = isFew
    ? db.with((cte) => cte('found').materialized(), () => matching.select('id'))
      .selectFrom('users').innerJoin('found', 'found.id', 'users.id').selectAll('users')
    : matching.selectAll('users');
  for (const { field, descending } of query.ordering) page = page.orderBy(`users.${field}`, descending ? 'desc' : 'asc');
  if (!query.ordering.some(({ field }) => field === 'id')) page = page.orderBy('users.id');
  return { count, rows: await page.limit(limit).offset(offset).execute() };
}
