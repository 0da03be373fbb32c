/// <reference types="node" />
// A thread that runs one statement at a time for `sqlite-thread.ts`, and can be told to interrupt it.
import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from './sqlite-connection.mjs';

/**
 * As in `sqlite-thread.ts`.
 * @typedef {{ kind: 'run', id: number, sql: string, parameters: unknown[] } | { kind: 'close', id: number }} Statement
 * @typedef {Statement | { kind: 'interrupt' }} WorkerRequest
 */

const { file, isInterruptible } = /** @type {{ file: string, isInterruptible: boolean }} */ (workerData);
/** @type {import('./sqlite-connection.mjs').SqliteConnection | null} */
let opened = null;

/** Opens the connection, again if it failed last time. */
async function connect() {
  return (opened ??= await openSqlite(file, { isInterruptible }));
}

parentPort?.on('message', (/** @type {WorkerRequest} */ request) => void (request.kind === 'interrupt' ? interrupt() : respond(request)));

function interrupt() {
  opened?.interrupt();
}

/** @param {Statement} request */
async function respond(request) {
  const response = await run(request);
  // Threads have no origin to name, unlike windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(response);
  if (request.kind === 'close') parentPort?.close();
}

/** @param {Statement} request */
async function run(request) {
  try {
    const connection = await connect();
    if (request.kind === 'run') return { id: request.id, result: await connection.run(request.sql, request.parameters) };
    connection.close();
    return { id: request.id, result: { rows: [], changes: 0, lastId: 0 } };
  } catch (error) {
    // An error loses its code when it is cloned for the other thread.
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    return { id: request.id, error: { message: error instanceof Error ? error.message : String(error), code } };
  }
}
