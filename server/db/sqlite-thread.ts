import { Worker } from 'node:worker_threads';
import type { SqliteResult } from './sqlite-connection.mjs';
import type { SqliteEngine } from './sqlite-engine.ts';

/** A message to the thread; `sql` is null to close it. */
interface WorkerRequest {
  id: number;
  sql: string | null;
  parameters: readonly unknown[];
}

/** The thread's response to the request with that id. */
interface WorkerResponse {
  id: number;
  result?: SqliteResult;
  error?: { message: string; code: string | null };
}

interface Pending {
  resolve(result: SqliteResult): void;
  reject(error: Error): void;
}

/** An engine that also knows how many statements are waiting for it. */
export interface ThreadEngine extends SqliteEngine {
  readonly pending: number;
}

/** An engine in a thread of its own, where a slow statement does not block the process. */
export function inOwnThread(file: string): ThreadEngine {
  const worker = new Worker(new URL('./sqlite-worker.mjs', import.meta.url), {
    workerData: { file },
    // Without tsx, which every thread would load again. A page of rows is short-lived garbage and needs little room.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const waiting = new Map<number, Pending>();
  let lastId = 0;
  let broken: Error | null = null;

  function breakAll(error: Error): void {
    broken = error;
    for (const pending of waiting.values()) pending.reject(error);
    waiting.clear();
  }

  worker.on('message', ({ id, result, error }: WorkerResponse) => {
    const pending = waiting.get(id);
    waiting.delete(id);
    if (result) pending?.resolve(result);
    else pending?.reject(Object.assign(new Error(error?.message), { code: error?.code }));
  });
  worker.on('error', breakAll);
  worker.on('exit', (code) => breakAll(new Error(`The database's thread ended with code ${code}`)));

  function post(sql: string | null, parameters: readonly unknown[]): Promise<SqliteResult> {
    return new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      const request: WorkerRequest = { id: ++lastId, sql, parameters };
      waiting.set(request.id, { resolve, reject });
      // Threads have no origin to name, unlike windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(request);
    });
  }

  return {
    get pending() {
      return waiting.size;
    },
    run: post,
    close: async () => {
      await post(null, []);
    },
  };
}
