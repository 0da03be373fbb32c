import { PostgresAdapter, sql, type Expression, type Kysely, type SqlBool } from 'kysely';

/** Whether the database is PostgreSQL; otherwise it is SQLite. */
export function isPostgres(db: Pick<Kysely<unknown>, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** Whether the column contains the text, character for character. There are no wildcards, so nothing has to be escaped. */
export function contains(db: Pick<Kysely<unknown>, 'getExecutor'>, column: Expression<string>, text: string): Expression<SqlBool> {
  return isPostgres(db) ? sql<SqlBool>`strpos(${column}, ${text}) > 0` : sql<SqlBool>`instr(${column}, ${text}) > 0`;
}

/** Returns the kind of constraint that a failed write violated; null when it failed for another reason. */
export function brokenConstraint(error: unknown): 'unique' | 'foreign-key' | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === '23505') return 'unique';
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || code === 'SQLITE_CONSTRAINT_TRIGGER' || code === '23503' || code === '23001') return 'foreign-key';
  return null;
}
