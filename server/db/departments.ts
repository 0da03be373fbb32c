import type { DepartmentOrderingField } from '../../src/contract/lists.ts';
import { departmentSearchText } from '../../src/contract/search.ts';
import { contains } from './dialect.ts';
import type { ChooseWindow, ListFilter, Rows } from './list.ts';
import type { Db, DepartmentRow, Micros } from './schema.ts';

function departmentsOf(db: Db, companyId: number) {
  return db.selectFrom('departments').where('company_id', '=', companyId);
}

/** Returns the department with that id if it belongs to the company. */
export function findDepartment(db: Db, companyId: number, id: number): Promise<DepartmentRow | undefined> {
  return departmentsOf(db, companyId).where('id', '=', id).selectAll().executeTakeFirst();
}

/** Whether the company has a department with exactly that name, other than `except`. */
export async function isNameTaken(db: Db, companyId: number, name: string, except: number | null): Promise<boolean> {
  const found = await departmentsOf(db, companyId).where('name', '=', name).select('id').executeTakeFirst();
  return found !== undefined && found.id !== except;
}

/** Adds a department. Throws the database's error when the name is taken. */
export function addDepartment(db: Db, companyId: number, name: string, addedBy: number, now: Micros): Promise<DepartmentRow> {
  return db.insertInto('departments')
    .values({ company_id: companyId, name, search: departmentSearchText(name), added_by_id: addedBy, created_at: now, updated_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Renames a department, or only updates its timestamp; returns undefined if it no longer exists. Throws the database's error when the name is taken. */
export function renameDepartment(db: Db, companyId: number, id: number, name: string | undefined, now: Micros): Promise<DepartmentRow | undefined> {
  return db.updateTable('departments')
    .set({ updated_at: now, ...(name === undefined ? {} : { name, search: departmentSearchText(name) }) })
    .where('company_id', '=', companyId).where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/** Removes a department; returns false if it does not exist. Throws the database's error when it has members. */
export async function removeDepartment(db: Db, companyId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('departments').where('company_id', '=', companyId).where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Reads a part of a company's departments. */
export async function listDepartments(db: Db, companyId: number, filter: ListFilter<DepartmentOrderingField>, chooseWindow: ChooseWindow): Promise<Rows<DepartmentRow>> {
  let matching = departmentsOf(db, companyId);
  for (const term of filter.terms) matching = matching.where((row) => contains(db, row.ref('search'), term));
  const { count } = await matching.select((rows) => rows.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const { offset, limit } = chooseWindow(count);
  let ordered = matching.selectAll();
  for (const { field, descending } of filter.ordering) ordered = ordered.orderBy(field, descending ? 'desc' : 'asc');
  return { count, rows: await ordered.orderBy('id').limit(limit).offset(offset).execute() };
}
