import { Unavailable } from '../unavailable.ts';

/**
 * The result codes of SQLite that say nothing about the statement: locked, read-only, full, damaged, a disk error, …
 * https://www.sqlite.org/rescode.html
 */
const sqliteOutage = /^SQLITE_(?:BUSY|LOCKED|READONLY|FULL|IOERR|CORRUPT|NOTADB|CANTOPEN|PROTOCOL|NOMEM|INTERRUPT)/;

/**
 * The classes of PostgreSQL's error codes that say nothing about the statement: connection, authorization, read-only,
 * rollback because of others, missing database, resources, a database that takes no connections, an operator, the
 * system, and internal errors.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const postgresOutage = /^(?:08|25006|28|3D|40|53|55|57|58|XX)/;

/** What Node says when the other end, or a file, cannot be reached, read or written. */
const systemOutage = /^E(?:CONN|PIPE|TIMEDOUT|HOST|NET|ADDR|AI_AGAIN|NOTFOUND|NOSPC|ROFS|ACCES|PERM|DQUOT|IO|MFILE|NFILE)/;

/** pg's own errors, which have no code. */
const clientOutage = /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (?:has encountered|was closed))/;

/** Whether something failed because a database or a disk is not available now, rather than because of what it was given. */
export function isOutage(error: unknown): boolean {
  if (error instanceof Unavailable) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return sqliteOutage.test(code) || (code.length === 5 && postgresOutage.test(code)) || systemOutage.test(code) || clientOutage.test(error.message);
}
