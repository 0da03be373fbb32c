import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { z } from 'zod/mini';
import { fields } from './fields.ts';
import type { ImportRow } from './rows.ts';

const problemSchema = z.object({ field: z.nullable(z.enum(fields)), message: z.string() });

const savedSchema = z.object({
  version: z.literal(1),
  fileName: z.string(),
  /** ms since the epoch. */
  startedAt: z.number(),
  /** The departments that may be created. */
  create: z.array(z.string()),
  rows: z.array(
    z.object({
      number: z.int(),
      values: z.object({ email: z.string(), first_name: z.string(), last_name: z.string(), department: z.string() }),
    }),
  ),
});

const progressSchema = z.object({
  startedAt: z.number(),
  statuses: z.array(z.enum(['ready', 'wrong', 'sending', 'unsure', 'added', 'refused'])),
  problems: z.record(z.string(), z.array(problemSchema)),
});

/** Names and addresses are not left lying in a browser for ever. */
const keptForMs = 30 * 86_400_000;

type Saved = z.infer<typeof savedSchema>;

/** An import as it is kept over a closed tab. Passwords are no part of it, ever. */
export interface KeptImport extends Omit<Saved, 'rows' | 'version'> {
  rows: ImportRow[];
}

/** Keeps the import of one user in this browser. Where that is not possible, everything is silently forgotten, and `works` says so. */
export interface ImportKeeper {
  readonly works: boolean;
  /** Keeps the file's rows; once, and again when some were corrected. */
  keepRows(kept: KeptImport): Promise<void>;
  /** Keeps what became of the rows. Resolves once a state at least as new as now's is kept. */
  keepProgress(): Promise<void>;
  /** What was kept; null for nothing, or for what cannot be understood. What is older than 30 days is removed. */
  read(): Promise<KeptImport | null>;
  remove(): Promise<void>;
  /** Writes nothing any more: what was kept last stays as it is. */
  close(): void;
}

let database: UseStore | null = null;

/**
 * Makes the keeper of a user's import.
 * @param present the rows as they are at the moment of writing
 */
export function createImportKeeper(userId: string, present: () => { startedAt: number; rows: readonly ImportRow[] }): ImportKeeper {
  const [rowsKey, progressKey] = [`${userId}:rows`, `${userId}:progress`];
  let works = true;
  let closed = false;
  let writing: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  async function attempt<T>(work: (store: UseStore) => Promise<T>): Promise<T | null> {
    try {
      database ??= createStore('company-admin-import', 'imports');
      return await work(database);
    } catch {
      // Private windows and full disks: the import itself needs none of it.
      works = false;
      return null;
    }
  }

  async function write(): Promise<void> {
    if (closed) return;
    const { startedAt, rows } = present();
    const problems = Object.fromEntries(rows.filter((row) => row.problems.length > 0).map((row) => [String(row.index), row.problems]));
    await attempt((store) => set(progressKey, { startedAt, statuses: rows.map(({ status }) => status), problems }, store));
  }

  return {
    get works() {
      return works;
    },
    async keepRows({ fileName, startedAt, create, rows }) {
      const saved = { version: 1, fileName, startedAt, create, rows: rows.map(({ number, values }) => ({ number, values })) };
      await attempt((store) => set(rowsKey, saved, store));
      await this.keepProgress();
    },
    keepProgress() {
      // Three rows go out at a time: one write does for all who asked while the last one was under way.
      if (writing === null) return (writing = write().finally(() => (writing = null)));
      return (next ??= writing.then(() => {
        next = null;
        return (writing = write().finally(() => (writing = null)));
      }));
    },
    async read() {
      const stored = await attempt((store) => Promise.all([get<unknown>(rowsKey, store), get<unknown>(progressKey, store)]));
      const found = stored === null ? null : revive(...stored);
      if (found === null || Date.now() - found.startedAt < keptForMs) return found;
      await this.remove();
      return null;
    },
    async remove() {
      await next;
      await writing;
      await attempt((store) => Promise.all([del(rowsKey, store), del(progressKey, store)]));
    },
    close() {
      closed = true;
    },
  };
}

function revive(rows: unknown, progress: unknown): KeptImport | null {
  const saved = savedSchema.safeParse(rows).data;
  if (saved === undefined) return null;
  const known = progressSchema.safeParse(progress).data;
  const same = known?.startedAt === saved.startedAt ? known : null;
  return {
    ...saved,
    rows: saved.rows.map(({ number, values }, index) => {
      const status = same?.statuses[index] ?? 'ready';
      // What was on its way when the tab was closed may have arrived.
      return { index, number, values, status: status === 'sending' ? 'unsure' : status, problems: same?.problems[index] ?? [] };
    }),
  };
}
