import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Backend } from './backend.ts';
import { freePort } from './free-port.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

/** The real server over the built app, with a data folder of its own. */
export interface RunningApp extends Backend {
  /** Where it is, without a slash at the end. */
  url: string;
  /** Everything it wrote to its log so far. */
  log(): string;
  /** Ends the process and keeps the data; SIGKILL is a crash. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts it again on the same port and data, with other settings if given. */
  start(settings?: Record<string, string>): Promise<void>;
  /** Ends the process and removes the data. */
  remove(): Promise<void>;
}

/**
 * Starts the server on a free port of the loopback interface.
 *
 * @param settings added to its environment, such as `ACCESS_TTL: '2'`
 */
export async function startApp(settings: Record<string, string> = {}): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'company-admin-'));
  const outbox = join(folder, 'outbox');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const log: string[] = [];
  let running: ServerProcess | null = null;

  async function start(more: Record<string, string> = {}): Promise<void> {
    running = await startServerProcess({ PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: folder, OUTBOX_DIR: outbox, ...settings, ...more }, log);
    if (running.url === '') throw new Error(`The server did not start:\n${log.join('\n')}`);
  }

  async function stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const ending = running;
    running = null;
    await ending?.end(signal);
  }

  await start();
  return {
    url,
    log: () => log.join('\n'),
    stop,
    start,
    async remove() {
      await stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
    send: async (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init),
    mailTo: async (address) => latestMail(outbox, address),
  };
}

/** Waits for an email that is on its way. */
async function latestMail(outbox: string, address: string): Promise<string> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    for (const file of newestFirst(outbox)) {
      const mail = await PostalMime.parse(readFileSync(file));
      if (mail.to?.some((to) => to.address === address) === true) return mail.text ?? '';
    }
    await pause(50);
  }
  throw new Error(`No mail to ${address} came.`);
}

function newestFirst(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => join(folder, name))
    .map((file) => ({ file, at: statSync(file).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .map(({ file }) => file);
}

async function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
