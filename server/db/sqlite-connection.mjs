// JavaScript with JSDoc types: this also runs in worker threads, where tsx does not compile TypeScript.
import BlockingDatabase from 'libsql';
import InterruptibleDatabase from 'libsql/promise';

/**
 * What is used of libsql's statement, whose package has no type for it.
 * @typedef {{ reader: boolean, all(...parameters: unknown[]): unknown[] | Promise<unknown[]>, run(...parameters: unknown[]): { changes: number, lastInsertRowid: number } }} Statement
 */

const keptStatements = 200;

const pragmas = [
  'busy_timeout = 5000',
  'journal_mode = WAL',
  // A commit is on the disk before it is acknowledged: neither a killed process nor a power cut loses it.
  'synchronous = FULL',
  'foreign_keys = ON',
  'cache_size = -8000',
  'temp_store = MEMORY',
];

/** @param {string} file @param {{ isInterruptible: boolean }} options */
export async function openSqlite(file, { isInterruptible }) {
  // libsql runs the interruptible ones of all connections in a pool of as many threads as there are cores.
  const database = isInterruptible ? new InterruptibleDatabase(file) : new BlockingDatabase(file);
  for (const pragma of pragmas) await database.exec(`PRAGMA ${pragma}`);
  /** @type {Map<string, Statement>} */
  const statements = new Map();

  /** @param {string} sql */
  async function prepare(sql) {
    const known = statements.get(sql);
    if (known) return known;
    const [oldest] = statements.keys();
    if (statements.size >= keptStatements && oldest !== undefined) statements.delete(oldest);
    const statement = /** @type {Statement} */ (await database.prepare(sql));
    statements.set(sql, statement);
    return statement;
  }

  return {
    /** @param {string} sql @param {readonly unknown[]} parameters */
    async run(sql, parameters) {
      const statement = await prepare(sql);
      if (statement.reader) return { rows: await statement.all(...parameters), changes: 0, lastId: 0 };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], changes, lastId: lastInsertRowid };
    },
    interrupt() {
      /** @type {{ interrupt(): void }} */ (database).interrupt();
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}
