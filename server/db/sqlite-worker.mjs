// A thread that answers one statement after the other; `sqlite-thread.ts` asks. Without `sql` it is to close.
import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from './sqlite-connection.mjs';

const { file } = /** @type {{ file: string }} */ (workerData);
const connection = openSqlite(file);

parentPort?.on('message', (/** @type {{ id: number, sql: string | null, parameters: unknown[] }} */ { id, sql, parameters }) => {
  // A thread is no window: there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(answer(id, sql, parameters));
  if (sql === null) parentPort?.close();
});

/** @param {number} id @param {string | null} sql @param {unknown[]} parameters */
function answer(id, sql, parameters) {
  try {
    if (sql !== null) return { id, result: connection.run(sql, parameters) };
    connection.close();
    return { id, result: { rows: [], changes: 0, lastId: 0 } };
  } catch (error) {
    // An error loses its code on the way between threads.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return { id, error: { message: error instanceof Error ? error.message : String(error), code } };
  }
}
