import { memberSearchText } from '../../src/contract/search.ts';
import { isPostgres } from './dialect.ts';
import type { Db, Micros, NewUser, UserRow } from './schema.ts';

/** Returns the user with that id. */
export function findUser(db: Db, id: number): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Returns the user with exactly that email address. */
export function findUserByEmail(db: Db, email: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst();
}

/** Whether somebody has exactly that email address. An account that has lapsed (`removeLapsed`) does not count. */
export async function isEmailTaken(db: Db, email: string, expired: Micros): Promise<boolean> {
  return (await findUserByEmail(db, email)) !== undefined && (await lapsedAccount(db, email, expired).executeTakeFirst()) === undefined;
}

/**
 * Deletes the account with exactly that email address, and its company, if it has lapsed: nobody activated it.
 *
 * @param expired the links of accounts that were created before this time have expired
 */
export async function removeLapsed(db: Db, email: string, expired: Micros): Promise<void> {
  await db.deleteFrom('companies').where('id', 'in', lapsedAccount(db, email, expired)).execute();
}

/** An account that is inactive because an operator made it so does not lapse: it was updated, or has others in its company. */
function lapsedAccount(db: Db, email: string, expired: Micros) {
  return db.selectFrom('users').select('company_id')
    .where('email', '=', email).where('is_active', '=', 0).where('created_at', '<', expired)
    .whereRef('updated_at', '=', 'created_at')
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('users as others').select('others.id')
      .whereRef('others.company_id', '=', 'users.company_id').whereRef('others.id', '!=', 'users.id'))));
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
