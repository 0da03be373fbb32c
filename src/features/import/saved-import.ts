import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { z } from 'zod/mini';
import { fields } from './fields.ts';
import type { ImportRow } from './rows.ts';

const problemSchema = z.object({ field: z.nullable(z.enum(fields)), message: z.string() });

const savedSchema = z.object({
  version: z.literal(1),
  fileName: z.string(),
  /** Milliseconds since the epoch. */
  startedAt: z.number(),
  /** The departments that may be created. */
  create: z.array(z.string()),
  rows: z.array(
    z.object({
      number: z.int(),
      values: z.object({ email: z.string(), first_name: z.string(), last_name: z.string(), department: z.string() }),
      damage: z.optional(z.nullable(z.string())),
    }),
  ),
});

const progressSchema = z.object({
  startedAt: z.number(),
  statuses: z.array(z.enum(['ready', 'wrong', 'sending', 'unsure', 'added', 'refused'])),
  problems: z.record(z.string(), z.array(problemSchema)),
  /** The indexes of the rows whose log-in details have been downloaded. */
  handedOver: z.optional(z.array(z.int())),
});

/** After this time, stored names and addresses are deleted. */
const keptForMs = 30 * 86_400_000;

type Saved = z.infer<typeof savedSchema>;

/** An import as stored for a later visit. It never contains passwords. */
export interface KeptImport extends Omit<Saved, 'rows' | 'version'> {
  rows: ImportRow[];
}

/** Stores the import of one user in this browser. If that fails, nothing is stored and `works` is false. */
export interface ImportKeeper {
  readonly works: boolean;
  /** Stores the file's rows: once, and again after corrections. */
  keepRows(kept: KeptImport): Promise<void>;
  /** Stores the status of the rows. Resolves once the status at the time of the call, or a newer one, is stored. */
  keepProgress(): Promise<void>;
  /** The stored import; null when there is none or it is invalid. One older than 30 days is deleted. */
  read(): Promise<KeptImport | null>;
  remove(): Promise<void>;
  /** Stops writing; what is stored stays. */
  close(): void;
}

let database: UseStore | null = null;

/**
 * Creates the keeper of a user's import.
 * @param present returns the current rows; called at each write
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
      // Private windows and full disks. The import also works without storage.
      works = false;
      return null;
    }
  }

  async function write(): Promise<void> {
    if (closed) return;
    const { startedAt, rows } = present();
    const problems = Object.fromEntries(rows.filter((row) => row.problems.length > 0).map((row) => [String(row.index), row.problems]));
    const handedOver = rows.filter((row) => row.handedOver).map(({ index }) => index);
    await attempt((store) => set(progressKey, { startedAt, statuses: rows.map(({ status }) => status), problems, handedOver }, store));
  }

  return {
    get works() {
      return works;
    },
    async keepRows({ fileName, startedAt, create, rows }) {
      const saved = { version: 1, fileName, startedAt, create, rows: rows.map(({ number, values, damage }) => ({ number, values, damage })) };
      await attempt((store) => set(rowsKey, saved, store));
      await this.keepProgress();
    },
    keepProgress() {
      // Several rows are sent at a time: one write serves all calls made during the previous write.
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
  const handedOver = new Set(same?.handedOver);
  return {
    ...saved,
    rows: saved.rows.map(({ number, values, damage = null }, index) => {
      const status = same?.statuses[index] ?? 'ready';
      // A row that was being sent when the tab was closed may have been added.
      return {
        index,
        number,
        values,
        damage,
        status: status === 'sending' ? 'unsure' : status,
        problems: same?.problems[index] ?? [],
        handedOver: handedOver.has(index),
      };
    }),
  };
}
