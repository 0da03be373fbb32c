import { isPostgres } from './dialect.ts';
import type { Db, NewUser, UserRow } from './schema.ts';

/** The user of that id. */
export function findUser(db: Db, id: number): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The user of that address, letter by letter. */
export function findUserByEmail(db: Db, email: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst();
}

/** Whether the address, letter by letter, is somebody's. */
export async function isEmailTaken(db: Db, email: string): Promise<boolean> {
  return (await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst()) !== undefined;
}

/** What is kept of a new user; the rest follows from it. */
export type UserFields = Omit<NewUser, 'id' | 'search'>;

/** Adds a user. Throws the database's error when the address is taken or the department is gone. */
export function addUser(db: Db, fields: UserFields): Promise<UserRow> {
  return db.insertInto('users').values({ ...fields, search: userSearch(fields) }).returningAll().executeTakeFirstOrThrow();
}

/** The fields of a user that can be changed one by one. */
export type UserChanges = Partial<Pick<UserRow, 'first_name' | 'last_name' | 'department_id' | 'password' | 'is_active' | 'last_reset_at' | 'updated_at'>>;

/**
 * Changes a user and answers how it is now; undefined when it is gone, or has another password hash than the one
 * that is asked for. Throws the database's error when the department is gone.
 */
export async function changeUser(db: Db, id: number, changes: UserChanges, ifPassword?: string): Promise<UserRow | undefined> {
  return db.transaction().execute(async (trx) => {
    const before = await trx.selectFrom('users').selectAll().where('id', '=', id)
      .$if(isPostgres(trx), (query) => query.forUpdate())
      .executeTakeFirst();
    if (!before || (ifPassword !== undefined && before.password !== ifPassword)) return undefined;
    const search = userSearch({ ...before, ...changes });
    return trx.updateTable('users').set({ ...changes, search }).where('id', '=', id).returningAll().executeTakeFirst();
  });
}

/**
 * What a search looks at, in one text: one look a row instead of three. A search's words hold no white space, so none
 * can be found across two lines.
 */
export function userSearch({ email, first_name, last_name }: Pick<UserRow, 'email' | 'first_name' | 'last_name'>): string {
  return [email, first_name, last_name].join('\n').toLowerCase();
}

/** An address as it is kept: the domain in lower case, the name before the @ as it was given (Django's normalize_email). */
export function keptEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return email.slice(0, at) + email.slice(at).toLowerCase();
}
