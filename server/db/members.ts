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
  const ordering = withTieBreak(filter.ordering);
  const isFew = filter.terms.length > 0 && count <= sortedAtMost;
  // The search reads only its own index. Materialized, or the planner may scan the index of the ordering for matches instead.
  let ids = isFew
    ? db.with((cte) => cte('found').materialized(), () => matching.select('id'))
      .selectFrom('users').innerJoin('found', 'found.id', 'users.id').select('users.id')
    : matching.select('users.id');
  for (const { field, descending } of ordering) ids = ids.orderBy(`users.${field}`, descending ? 'desc' : 'asc');
  // Materialized, so that all of the work precedes the first row: only until then can SQLite be interrupted.
  let page = db.with((cte) => cte('page').materialized(), () => ids.limit(limit).offset(offset))
    .selectFrom('users').innerJoin('page', 'page.id', 'users.id').selectAll('users');
  for (const { field, descending } of ordering) page = page.orderBy(`users.${field}`, descending ? 'desc' : 'asc');
  return { count, rows: await page.execute() };
}

/** Adds the tie-break: ascending id. */
function withTieBreak(ordering: ListFilter<MemberOrderingField>['ordering']): ListFilter<MemberOrderingField>['ordering'] {
  return ordering.some(({ field }) => field === 'id') ? ordering : [...ordering, { field: 'id', descending: false }];
}
