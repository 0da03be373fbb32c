import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

/**
 * Global set-up of the server tests: a PostgreSQL of their own, thrown away afterwards. Its
 * address is in `TEST_POSTGRES_URL`, which the workers inherit; where no PostgreSQL is installed
 * the variable is not set, and the tests that need one are skipped by name. A variable that is
 * set already is left alone: then the tests use that server.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL !== undefined) return undefined;
  const bin = findBinaries();
  if (bin === null) return undefined;
  const cluster = await startCluster(bin);
  process.env.TEST_POSTGRES_URL = cluster.url;
  return cluster.stop;
}

/** The newest version's programs, where Debian or Homebrew keep them. */
function findBinaries(): string | null {
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

async function startCluster(bin: string): Promise<{ url: string; stop: () => Promise<void> }> {
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
  // Nothing in it outlives the run, so nothing has to reach the disk.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', listen_addresses: '127.0.0.1' };
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...who, cwd: folder, stdio: 'ignore' },
  );
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // SIGQUIT is PostgreSQL's own "stop at once"; for a run that ends without its teardown.
  const abandon = () => server.kill('SIGQUIT');
  process.once('exit', abandon);

  const url = `postgres://test:${password}@127.0.0.1:${port}/postgres`;
  await answering(url, server);
  return {
    url,
    async stop() {
      process.off('exit', abandon);
      const gone = once(server, 'exit');
      server.kill('SIGQUIT');
      await gone;
      remove();
    },
  };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) {
        throw new Error('PostgreSQL did not start', { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
