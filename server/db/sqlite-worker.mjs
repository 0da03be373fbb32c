// A thread that runs one statement after the other for `sqlite-thread.ts`. `sql` is null to close it.
import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from './sqlite-connection.mjs';

const { file } = /** @type {{ file: string }} */ (workerData);
const connection = openSqlite(file);

parentPort?.on('message', (/** @type {{ id: number, sql: string | null, parameters: unknown[] }} */ { id, sql, parameters }) => {
  // Threads have no origin to name, unlike windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(respond(id, sql, parameters));
  if (sql === null) parentPort?.close();
});

/** @param {number} id @param {string | null} sql @param {unknown[]} parameters */
function respond(id, sql, parameters) {
  try {
    if (sql !== null) return { id, result: connection.run(sql, parameters) };
    connection.close();
    return { id, result: { rows: [], changes: 0, lastId: 0 } };
  } catch (error) {
    // An error loses its code when it is cloned for the other thread.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return { id, error: { message: error instanceof Error ? error.message : String(error), code } };
  }
}
