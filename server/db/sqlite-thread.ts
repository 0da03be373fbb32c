import { Worker } from 'node:worker_threads';
import type { SqliteResult } from './sqlite-connection.mjs';
import type { SqliteEngine } from './sqlite-engine.ts';

/** What the thread is asked for; without `sql`: to close. */
interface WorkerQuestion {
  id: number;
  sql: string | null;
  parameters: readonly unknown[];
}

/** The answer to the question of that id. */
interface WorkerAnswer {
  id: number;
  result?: SqliteResult;
  error?: { message: string; code: string | null };
}

interface Waiting {
  resolve(result: SqliteResult): void;
  reject(error: Error): void;
}

/** An engine that also says how many statements wait for it. */
export interface ThreadEngine extends SqliteEngine {
  readonly pending: number;
}

/** An engine in a thread of its own, so that a slow statement holds up nobody but who asked for it. */
export function inOwnThread(file: string): ThreadEngine {
  const worker = new Worker(new URL('./sqlite-worker.mjs', import.meta.url), {
    workerData: { file },
    // Without tsx, which each thread would load again, and with little room for what is soon garbage: a page of rows.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let broken: Error | null = null;

  function breakAll(error: Error): void {
    broken = error;
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  }

  worker.on('message', ({ id, result, error }: WorkerAnswer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (result) asked?.resolve(result);
    else asked?.reject(Object.assign(new Error(error?.message), { code: error?.code }));
  });
  worker.on('error', breakAll);
  worker.on('exit', (code) => breakAll(new Error(`The database's thread ended with code ${code}`)));

  function ask(sql: string | null, parameters: readonly unknown[]): Promise<SqliteResult> {
    return new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      const question: WorkerQuestion = { id: ++lastId, sql, parameters };
      waiting.set(question.id, { resolve, reject });
      // A thread is no window: there is no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(question);
    });
  }

  return {
    get pending() {
      return waiting.size;
    },
    run: ask,
    close: async () => {
      await ask(null, []);
    },
  };
}
