import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

/** A PostgreSQL of a test's own, which it may break. */
export interface Cluster {
  /** The URL of a database on it. */
  url: string;
  /** Starts it again after it was shut down or killed; resolves when it accepts connections. */
  start(): Promise<void>;
  /** Shuts it down: `fast` ends sessions first, `immediate` leaves recovery to the next start. */
  shutDown(mode: 'fast' | 'immediate'): Promise<void>;
  /** Kills all its processes. */
  kill(): Promise<void>;
  /** Stops all its processes in their tracks, and lets them go on. */
  freeze(): void;
  thaw(): void;
  /** Ends it and deletes its data. */
  remove(): Promise<void>;
}

/** The newest version's programs, where Debian or Homebrew keep them; null where no PostgreSQL is installed. */
export function findPostgres(): string | null {
  const versions = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt']
    .filter((root) => existsSync(root))
    .flatMap((root) => readdirSync(root).map((name) => join(root, name, 'bin')))
    .filter((bin) => existsSync(join(bin, 'initdb')));
  const number = (bin: string) => Number(/(\d+)\/bin$/.exec(bin)?.[1] ?? 0);
  return versions.sort((a, b) => number(b) - number(a))[0] ?? null;
}

/** PostgreSQL refuses to run as root; Debian's package makes a user for it. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Creates and starts a PostgreSQL on a free port.
 *
 * @param bin the folder of its programs
 * @param settings more of its settings. Nothing reaches the disk, so what it has committed survives its own end, but no power cut.
 */
export async function startCluster(bin: string, settings: Record<string, string> = {}): Promise<Cluster> {
  const who = owner();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  for (const path of [folder, passwordFile]) {
    if (who.uid !== undefined && who.gid !== undefined) chownSync(path, who.uid, who.gid);
  }
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'test', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    { ...who, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await freePort();
  const url = `postgres://test:${password}@127.0.0.1:${port}/postgres`;
  const options = Object.entries({ fsync: 'off', full_page_writes: 'off', listen_addresses: '127.0.0.1', ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let server: ChildProcess;

  async function start(): Promise<void> {
    server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, ...options], { ...who, cwd: folder, stdio: 'ignore' });
    await accepting(url, server);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  }

  // For a run that ends without its teardown.
  const abandon = () => server.kill('SIGQUIT');
  process.once('exit', abandon);
  await start();
  let frozen: number[] = [];
  const thaw = () => {
    for (const pid of frozen.splice(0)) signalIfThere(pid, 'SIGCONT');
  };
  return {
    url,
    start,
    shutDown: (mode) => end(mode === 'fast' ? 'SIGINT' : 'SIGQUIT'),
    async kill() {
      const children = childrenOf(server.pid ?? 0);
      await end('SIGKILL');
      for (const pid of children) signalIfThere(pid, 'SIGKILL');
    },
    freeze() {
      frozen = [server.pid ?? 0, ...childrenOf(server.pid ?? 0)];
      for (const pid of frozen) signalIfThere(pid, 'SIGSTOP');
    },
    thaw,
    async remove() {
      process.off('exit', abandon);
      thaw();
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n').map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []));
}

/** Sends a signal to a process that may have ended meanwhile. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function accepting(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw new Error('PostgreSQL did not start', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
