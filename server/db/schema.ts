import type { ColumnType, Generated, Insertable, Kysely, Selectable } from 'kysely';

/** Microseconds since 1970, UTC: what DRF's time stamps can tell apart, and still an exact number until the year 2255. */
export type Micros = number;

interface CompanyTable {
  id: Generated<number>;
  created_at: Micros;
}

interface UserTable {
  id: Generated<number>;
  company_id: number;
  /** `Admin`, or `Employee` for who was added by one. */
  role: string;
  email: string;
  first_name: string;
  last_name: string;
  /** An argon2id hash with its parameters, as PHC string. */
  password: string;
  is_active: ColumnType<number, number, number>;
  department_id: number | null;
  added_by_id: number | null;
  /** When the password was last reset by a mailed link; part of what the links depend on. */
  last_reset_at: Micros | null;
  created_at: Micros;
  updated_at: Micros;
  /** What a search looks at: e-mail address and names in lower case, one a line. */
  search: string;
}

interface DepartmentTable {
  id: Generated<number>;
  company_id: number;
  name: string;
  added_by_id: number | null;
  created_at: Micros;
  updated_at: Micros;
  /** The name in lower case. */
  search: string;
}

/** Refresh tokens that were given back by rotation, until they would have run out. */
interface RevokedTokenTable {
  jti: string;
  expires_at: Micros;
}

/** Mail that is still to be handed to the SMTP server. */
interface MailQueueTable {
  id: Generated<number>;
  recipient: string;
  subject: string;
  text: string;
  attempts: number;
  next_attempt_at: Micros;
}

/** The tables, as Kysely knows them. Written by the migrations beside this file. */
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
