import { openSqlite, type SqliteResult } from './sqlite-connection.mjs';

/** A connection to SQLite that runs one statement after the other, in whichever thread. */
export interface SqliteEngine {
  /**
   * Runs one statement.
   *
   * @param signal cancels the statement
   * @throws libsql's error, which has a `code`; Unavailable, or ClientGone for a cancelled statement
   */
  run(sql: string, parameters: readonly unknown[], signal?: AbortSignal): Promise<SqliteResult>;
  close(): Promise<void>;
}

/** An engine in the calling thread: fast to open, but a slow statement blocks everything else. For tests. */
export function inThread(file: string): SqliteEngine {
  const opening = openSqlite(file, { isInterruptible: false });
  return {
    run: async (sql, parameters) => (await opening).run(sql, parameters),
    close: async () => (await opening).close(),
  };
}
