import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Backend } from './backend.ts';
import { freePort } from './free-port.ts';

/** The real server over the built app, with a data folder of its own. */
export interface RunningApp extends Backend {
  /** Where it is, without a slash at the end. */
  url: string;
  /** Everything it wrote to its log so far. */
  log(): string;
  /** Ends the process and keeps the data; SIGKILL is a crash. */
  stop(signal?: NodeJS.Signals): Promise<void>;
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
  let log = '';
  let child: ChildProcess | null = null;

  async function start(more: Record<string, string> = {}): Promise<void> {
    const running = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: folder, OUTBOX_DIR: outbox, DATABASE_URL: '', SMTP_URL: '', ...settings, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = running;
    for (const stream of [running.stdout, running.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
    await answering(`http://127.0.0.1:${port}/login`, running, () => log);
  }

  async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    await gone;
  }

  await start();
  return {
    url,
    log: () => log,
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

async function answering(url: string, server: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (server.exitCode === null && Date.now() < deadline) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok === true) return;
    await pause(50);
  }
  server.kill('SIGKILL');
  throw new Error(`The server did not start:\n${log()}`);
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
