import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readSettings } from '../../server/settings.ts';
import { startServer } from '../../server/start-server.ts';
import { createPostgresDatabase } from './databases.ts';

/** The real server on a free port, as `npm start` has it: with its threads, its mail in a folder, its log. */
export interface ListeningServer {
  url: string;
  /** The page of its outbox, with the key; null without one. */
  outboxUrl: string | null;
  /** The folder of its data. */
  folder: string;
  outbox: string;
  /** The lines of its log so far. */
  log: string[];
  close(): Promise<void>;
}

interface Options {
  /** A PostgreSQL server's URL, on which it gets a database of its own; SQLite without. */
  postgres?: string | null;
  /** More settings, as in the environment. */
  settings?: Record<string, string>;
}

/** Starts a server whose data are thrown away when it is closed. */
export async function startListeningServer({ postgres, settings }: Options = {}): Promise<ListeningServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'company-admin-'));
  const own = postgres ? await createPostgresDatabase(postgres) : null;
  const log: string[] = [];
  const server = await startServer(
    readSettings({ PORT: '0', DATA_DIR: folder, ...(own ? { DATABASE_URL: own.url } : {}), ...settings }),
    { spa: { directory: path.join(folder, 'dist'), headersFile: path.join(folder, 'headers.json') }, log: (line) => void log.push(line) },
  );
  return {
    url: server.url.replace('localhost', '127.0.0.1'),
    outboxUrl: server.outboxUrl,
    folder,
    outbox: path.join(folder, 'outbox'),
    log,
    async close() {
      await server.stop();
      await own?.drop();
      await rm(folder, { recursive: true });
    },
  };
}
