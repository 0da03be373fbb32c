import type { ColumnType, Generated, Insertable, Kysely, Selectable } from 'kysely';

/** Microseconds since 1970, UTC: the precision of DRF's timestamps. A number holds them exactly until the year 2255. */
export type Micros = number;

interface CompanyTable {
  id: Generated<number>;
  created_at: Micros;
}

interface UserTable {
  id: Generated<number>;
  company_id: number;
  /** `Admin`, or `Employee` for people whom an admin added. */
  role: string;
  email: string;
  first_name: string;
  last_name: string;
  /** An argon2id hash with its parameters, as a PHC string. */
  password: string;
  is_active: ColumnType<number, number, number>;
  department_id: number | null;
  added_by_id: number | null;
  /** When the password was last reset by an emailed link; the tokens of the links depend on it. */
  last_reset_at: Micros | null;
  created_at: Micros;
  updated_at: Micros;
  /** What a search looks in (`memberSearchText`): one comparison per row instead of three. */
  search: string;
}

interface DepartmentTable {
  id: Generated<number>;
  company_id: number;
  name: string;
  added_by_id: number | null;
  created_at: Micros;
  updated_at: Micros;
  /** What a search looks in (`departmentSearchText`). */
  search: string;
}

/** Refresh tokens that rotation has revoked, until they expire. */
interface RevokedTokenTable {
  jti: string;
  expires_at: Micros;
}

/** Emails that have not yet been delivered to the SMTP server. */
interface MailQueueTable {
  id: Generated<number>;
  recipient: string;
  subject: string;
  text: string;
  attempts: number;
  next_attempt_at: Micros;
}

/** The tables, which the migrations next to this file create. */
export interface Schema {
  companies: CompanyTable;
  users: UserTable;
  departments: DepartmentTable;
  revoked_tokens: RevokedTokenTable;
  mail_queue: MailQueueTable;
}

/** The database, SQLite or PostgreSQL. */
export type Db = Kysely<Schema>;

export type UserRow = Selectable<UserTable>;
export type DepartmentRow = Selectable<DepartmentTable>;
export type NewUser = Insertable<UserTable>;
export type QueuedMail = Selectable<MailQueueTable>;
