import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** A static host with one of the samples in `deploy/`, on a free port, in front of a backend that echoes. */
export interface Host {
  url: string;
  /** What it has logged by now: accesses and failures. */
  log(): string;
  stop(): Promise<void>;
}

/** The program of a host, or null where it is not installed. */
export function findHost(name: 'nginx' | 'caddy'): string | null {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** Starts nginx with `deploy/nginx.conf`; only the paths, the port and the backend are replaced. */
export async function startNginx(program: string): Promise<Host> {
  return startHost(({ folder, port, backend }) => {
    const site = replaced(readFileSync('deploy/nginx.conf', 'utf8'), {
      '/srv/company-admin': process.cwd(),
      'listen 80;': `listen 127.0.0.1:${port};`,
      '127.0.0.1:8000': `127.0.0.1:${backend}`,
      '/var/log/nginx/company-admin.log': join(folder, 'access.log'),
    });
    writeFileSync(join(folder, 'site.conf'), site);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
    writeFileSync(
      join(folder, 'nginx.conf'),
      `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
       events {}
       http { include /etc/nginx/mime.types; ${temporary.join(' ')} include ${folder}/site.conf; }`,
    );
    return spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  });
}

/** Starts Caddy with `deploy/Caddyfile` as it stands: its settings are environment variables. */
export async function startCaddy(program: string): Promise<Host> {
  const admin = await freePort();
  return startHost(({ folder, port, backend }) => {
    const env = {
      ...process.env,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      COMPANY_ADMIN_SITE: `http://localhost:${port}`,
      COMPANY_ADMIN_ROOT: process.cwd(),
      COMPANY_ADMIN_API: `127.0.0.1:${backend}`,
      COMPANY_ADMIN_CADDY_API: `localhost:${admin}`,
    };
    return spawn('/bin/sh', ['-c', `exec "$0" run --config deploy/Caddyfile --adapter caddyfile 2>"$1"`, program, join(folder, 'error.log')], { env, stdio: 'ignore' });
  });
}

interface Setting {
  folder: string;
  port: number;
  backend: number;
}

async function startHost(launch: (setting: Setting) => ChildProcess): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  mkdirSync(join(folder, 'logs'));
  const backend = createServer((request, response) => {
    const { host, 'x-forwarded-proto': proto, 'x-forwarded-for': client } = request.headers;
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ url: request.url, host, proto, client }));
  });
  backend.listen(0, '127.0.0.1');
  await once(backend, 'listening');
  const address = backend.address();
  if (address === null || typeof address === 'string') throw new Error('the backend got no port');

  const port = await freePort();
  const host = launch({ folder, port, backend: address.port });
  const log = () => ['access.log', 'error.log'].map((name) => readIfThere(join(folder, name))).join('');
  const url = `http://localhost:${port}`;
  await answering(url, host, log);
  return {
    url,
    log,
    async stop() {
      const gone = once(host, 'exit');
      host.kill('SIGTERM');
      await gone;
      backend.close();
      backend.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function replaced(text: string, values: Record<string, string>): string {
  return Object.entries(values).reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`the sample no longer has: ${from}`);
    return result.replaceAll(from, to);
  }, text);
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function answering(url: string, host: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (host.exitCode === null && Date.now() < deadline) {
    if ((await fetch(url).catch(() => null)) !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  host.kill('SIGKILL');
  throw new Error(`The host did not start:\n${log()}`);
}
