import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { adminRole } from '../../src/contract/auth.ts';
import { departmentSearchText, memberSearchText } from '../../src/contract/search.ts';
import { isPostgres } from '../db/dialect.ts';
import { memberRole } from '../db/members.ts';
import type { Db, Micros, UserRow } from '../db/schema.ts';
import { addUser, findUserByEmail, keptEmail } from '../db/users.ts';
import { createPasswordHasher } from '../security/password-hash.ts';
import { departmentNames, people } from './names.ts';

/** What to add to a company. */
export interface Wanted {
  members: number;
  departments: number;
  /** The admin's address and password; seeded members have the same password. */
  email: string;
  password: string;
}

/** Rows per INSERT: both databases limit its number of parameters. */
const batch = 500;
const dayMicros = 86_400_000_000;

/**
 * Adds departments and members to the company of an admin, who is created if nobody has the email address. All or
 * nothing.
 *
 * @throws when a member has the email address
 */
export async function seedCompany(db: Db, { members, departments, email, password }: Wanted): Promise<void> {
  // One hash for everybody: a hundred thousand would take an hour.
  const hash = await createPasswordHasher().hash(password);
  await db.transaction().execute(async (trx) => {
    const now = Date.now() * 1000;
    const admin = (await findUserByEmail(trx, keptEmail(email))) ?? (await addAdmin(trx, keptEmail(email), hash, now));
    if (admin.role !== adminRole) throw new Error(`${email} is a team member's address`);
    const ids = await addDepartments(trx, admin, departments, now);
    await addMembers(trx, admin, ids, members, hash, now);
  });
  // PostgreSQL would do this by itself some minutes later: update its statistics, and mark the new rows visible to all.
  if (isPostgres(db)) await sql`vacuum analyze users, departments`.execute(db);
}

async function addAdmin(trx: Db, email: string, password: string, now: Micros): Promise<UserRow> {
  const company = await trx.insertInto('companies').values({ created_at: now }).returning('id').executeTakeFirstOrThrow();
  return addUser(trx, {
    company_id: company.id, role: adminRole, email, first_name: 'Grace', last_name: 'Okafor', password, is_active: 1, created_at: now, updated_at: now,
  });
}

/** Adds the departments that are missing; returns the ids of all that the company has. */
async function addDepartments(trx: Db, admin: UserRow, count: number, now: Micros): Promise<number[]> {
  const made = (index: number) => now - Math.floor(((count - index) / count) * 700 * dayMicros);
  const rows = departmentNames(count).map((name, index) => ({
    company_id: admin.company_id, name, search: departmentSearchText(name), added_by_id: admin.id, created_at: made(index), updated_at: made(index),
  }));
  for (let start = 0; start < rows.length; start += batch) {
    await trx.insertInto('departments').values(rows.slice(start, start + batch)).onConflict((conflict) => conflict.doNothing()).execute();
  }
  const all = await trx.selectFrom('departments').select('id').where('company_id', '=', admin.company_id).execute();
  return all.map(({ id }) => id);
}

async function addMembers(trx: Db, admin: UserRow, departments: number[], count: number, password: string, now: Micros): Promise<void> {
  if (count > 0 && departments.length === 0) throw new Error('Members need a department: add at least one');
  // A domain per company, so that two seeded companies can both have an ada.abe.1.
  const domain = `${createHash('sha256').update(`${admin.id} ${now}`).digest('hex').slice(0, 8)}.example.com`;
  const made = (index: number) => now - Math.floor(((count - index) / count) ** 2 * 600 * dayMicros);
  let rows: Parameters<typeof insertMembers>[1] = [];
  let index = 0;
  for (const { mailbox, ...names } of people(count)) {
    const person = { ...names, email: `${mailbox}@${domain}` };
    rows.push({
      ...person, company_id: admin.company_id, role: memberRole, password, is_active: 1, search: memberSearchText(person), added_by_id: admin.id,
      department_id: departments[(index * 7) % departments.length] ?? null, created_at: made(index), updated_at: made(index),
    });
    index += 1;
    if (rows.length === batch || index === count) {
      await insertMembers(trx, rows);
      rows = [];
    }
  }
}

async function insertMembers(trx: Db, rows: (Omit<UserRow, 'id' | 'last_reset_at'>)[]): Promise<void> {
  await trx.insertInto('users').values(rows).execute();
}
