/** What a statement returned: its rows, or how many it changed. */
export interface SqliteResult {
  rows: unknown[];
  changes: number;
  lastId: number;
}

/** A connection to SQLite in this thread. */
export interface SqliteConnection {
  /** Runs one statement; the next may only start once this has resolved. Rejects with libsql's error, which has a `code`. */
  run(sql: string, parameters: readonly unknown[]): Promise<SqliteResult>;
  /** Makes the statement in progress fail with the code SQLITE_INTERRUPT if it has not found its first row yet. */
  interrupt(): void;
  close(): void;
}

/**
 * Opens a database file, or `:memory:`.
 *
 * @param options `isInterruptible`: whether `interrupt` works. Such a statement may have to wait for those of other
 *   connections, which are as many at once as the machine has cores; any other blocks the calling thread.
 */
export function openSqlite(file: string, options: { isInterruptible: boolean }): Promise<SqliteConnection>;
