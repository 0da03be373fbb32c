import { memberSearchText } from '../../src/contract/search.ts';
import { isPostgres } from './dialect.ts';
import type { Db, NewUser, UserRow } from './schema.ts';

/** Returns the user with that id. */
export function findUser(db: Db, id: number): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Returns the user with exactly that email address. */
export function findUserByEmail(db: Db, email: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst();
}

/** Whether somebody has exactly that email address. */
export async function isEmailTaken(db: Db, email: string): Promise<boolean> {
  return (await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst()) !== undefined;
}

/** The columns of a new user that do not follow from others. */
export type UserFields = Omit<NewUser, 'id' | 'search'>;

/** Adds a user. Throws the database's error when the email address is taken or the department does not exist. */
export function addUser(db: Db, fields: UserFields): Promise<UserRow> {
  return db.insertInto('users').values({ ...fields, search: memberSearchText(fields) }).returningAll().executeTakeFirstOrThrow();
}

/** The columns of a user that can change. */
export type UserChanges = Partial<Pick<UserRow, 'first_name' | 'last_name' | 'department_id' | 'password' | 'is_active' | 'last_reset_at' | 'updated_at'>>;

/**
 * Changes a user and returns the new row; undefined when the user does not exist, or when `ifPassword` is given and is
 * not their password hash. Part of the transaction that `db` is; otherwise it has its own. Throws the database's error
 * when the department does not exist.
 */
export async function changeUser(db: Db, id: number, changes: UserChanges, ifPassword?: string): Promise<UserRow | undefined> {
  const change = async (trx: Db) => {
    const before = await trx.selectFrom('users').selectAll().where('id', '=', id)
      .$if(isPostgres(trx), (query) => query.forUpdate())
      .executeTakeFirst();
    if (!before || (ifPassword !== undefined && before.password !== ifPassword)) return undefined;
    const search = memberSearchText({ ...before, ...changes });
    return trx.updateTable('users').set({ ...changes, search }).where('id', '=', id).returningAll().executeTakeFirst();
  };
  return db.isTransaction ? change(db) : db.transaction().execute(change);
}

/** Normalizes an email address for storage: the domain in lower case, the local part unchanged (Django's `normalize_email`). */
export function keptEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return email.slice(0, at) + email.slice(at).toLowerCase();
}
