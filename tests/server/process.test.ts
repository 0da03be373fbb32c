import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../server/db/migrations.ts';
import { openSqliteInThread } from '../../server/db/open.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';

const password = 'Blue-Harbor-42';
let folder: string;
const running: ServerProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'process-'));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.end('SIGKILL')));
  rmSync(folder, { recursive: true });
});

async function start(settings: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await tryToStart(settings);
  if (server.url === '') throw new Error(`The server ended with ${await server.ended}: ${server.lines.join('\n')}`);
  return server;
}

/** A server that may end at once. */
async function tryToStart(settings: Record<string, string>): Promise<ServerProcess> {
  const server = await startServerProcess({ DATA_DIR: folder, ...settings });
  running.push(server);
  return server;
}

async function send(server: ServerProcess, method: string, path: string, body?: unknown, token?: string) {
  const response = await fetch(server.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `JWT ${token}` }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : text };
}

const signUp = (server: ServerProcess, email: string) => send(server, 'POST', '/api/auth/users/', {
  email, first_name: 'Grace', last_name: 'Okafor', role: 'Admin', password, re_password: password,
});

/** The link of the newest mail to that address, in the folder where it is left. */
function mailedLink(email: string): { uid: string; token: string } {
  const outbox = path.join(folder, 'outbox');
  const mail = readdirSync(outbox).filter((name) => name.endsWith('.eml')).sort().reverse()
    .map((name) => readFileSync(path.join(outbox, name), 'utf8').replace(/=\r?\n/g, ''))
    .find((text) => text.includes(`To: ${email}`));
  const [, uid = '', token = ''] = /\/([\w-]+)\/([0-9a-z]+-[0-9a-f]{32})/.exec(mail ?? '') ?? [];
  return { uid, token };
}

async function admin(server: ServerProcess, email = 'grace@example.com'): Promise<string> {
  await signUp(server, email);
  expect((await send(server, 'POST', '/api/auth/users/activation/', mailedLink(email))).status).toBe(204);
  const { body } = await send(server, 'POST', '/api/auth/jwt/create/', { email, password });
  return typeof body === 'string' ? body : String(body.access);
}

describe('a server that is killed', () => {
  test('has lost nothing that it answered', async () => {
    const first = await start();
    const token = await admin(first);
    const answered: string[] = [];
    const over = new AbortController();
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let index = 0; !over.signal.aborted; index += 1) {
        const name = `Department ${writer}-${index}`;
        const answer = await send(first, 'POST', '/api/departments/', { name }, token).catch(() => null);
        if (answer?.status === 201) answered.push(name);
      }
    });
    const signed: string[] = [];
    const signing = (async () => {
      for (let index = 0; !over.signal.aborted; index += 1) {
        const email = `new-${index}@example.com`;
        const answer = await signUp(first, email).catch(() => null);
        if (answer?.status === 201) signed.push(email);
      }
    })();
    while (answered.length < 30 || signed.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await first.end('SIGKILL');
    over.abort();
    await Promise.all([...writers, signing]);

    // Its secret is kept as well: the token is still good.
    const second = await start();
    const kept = new Set<unknown>();
    for (let page: unknown = '/api/departments/?page_size=100'; typeof page === 'string';) {
      const { body } = await send(second, 'GET', page, undefined, token);
      if (typeof body === 'string') throw new Error(body);
      for (const { name } of body.results as { name: string }[]) kept.add(name);
      page = typeof body.next === 'string' ? new URL(body.next).pathname + new URL(body.next).search : null;
    }
    expect(answered.filter((name) => !kept.has(name))).toEqual([]);
    for (const email of signed) {
      expect(await signUp(second, email), email).toMatchObject({ status: 400 });
      expect((await send(second, 'POST', '/api/auth/users/activation/', mailedLink(email))).status, email).toBe(204);
    }
  });
});

describe('a server that is stopped', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s answers what is under way and ends well', async (signal) => {
    const server = await start();
    const token = await admin(server);
    const slow = slowRequest(server, token);
    await slow.begun;
    server.signal(signal);
    // It takes no one new …
    await expect.poll(() => fetch(server.url).then(() => 'answered', () => 'refused'), { timeout: 10_000 }).toBe('refused');
    // … and is there for who is under way.
    slow.finish();
    expect(await slow.status).toBe(201);
    expect(await server.ended).toBe(0);
    const again = await start();
    expect((await send(again, 'GET', '/api/departments/?search=slow', undefined, token)).body).toMatchObject({ count: 1 });
  });

  test('does not wait for connections that nobody uses', async () => {
    const server = await start();
    const { port } = new URL(server.url);
    const idle = net.connect(Number(port), '127.0.0.1');
    const agent = new http.Agent({ keepAlive: true });
    await new Promise<void>((resolve) => {
      http.get(`${server.url}/api/departments/`, { agent }, (response) => response.resume().on('end', resolve));
    });
    expect(await server.end('SIGTERM')).toBe(0);
    idle.destroy();
    agent.destroy();
  });
});

/** A request whose body is still on its way until `finish`. */
function slowRequest(server: ServerProcess, token: string) {
  const body = JSON.stringify({ name: 'Slow' });
  let begun = () => {};
  let answered = (_status: number | undefined) => {};
  const request = http.request(`${server.url}/api/departments/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Length': body.length, Authorization: `JWT ${token}`, Expect: '100-continue' },
  }, (response) => {
    response.resume();
    answered(response.statusCode);
  });
  // The server says so when it has read the head: from then on the request is under way.
  request.on('continue', () => begun());
  request.write(body.slice(0, 5));
  return {
    begun: new Promise<void>((resolve) => {
      begun = resolve;
    }),
    status: new Promise<number | undefined>((resolve) => {
      answered = resolve;
    }),
    finish: () => request.end(body.slice(5)),
  };
}

describe('the log', () => {
  test('has one line a request, and nothing in it that only one person may know', async () => {
    const server = await start();
    const token = await admin(server);
    const { uid, token: link } = mailedLink('grace@example.com');
    const before = server.lines.length;
    const paths = [`/activate/${uid}/${link}`, `/password/reset/confirm/${uid}/${link}`, `/api/departments/?search=private&token=${token}`, `/x/${token}`, `/api/auth/users/activation/${uid}/${link}`];
    for (const path of paths) await fetch(server.url + path, { headers: { Authorization: `JWT ${token}` } });
    await send(server, 'POST', '/api/auth/jwt/create/', { email: 'grace@example.com', password: 'Wrong-Horse-1' });
    await expect.poll(() => server.lines.length).toBe(before + paths.length + 1);
    const text = server.lines.join('\n');
    for (const secret of [token, link, password, 'Wrong-Horse-1', 'private', 'grace@example.com', token.split('.')[2] ?? '']) expect(text).not.toContain(secret);
    expect(server.lines.slice(before)[2]).toMatch(/^\S+Z GET \/api\/departments\/ 200 \d+ms$/);
    expect(server.lines.slice(before)[0]).toContain('GET /activate/[hidden] ');
  });
});

describe('a server that cannot start', () => {
  test('says every setting that is wrong, and ends with 1', async () => {
    const server = await tryToStart({ PORT: 'http', ROTATE_REFRESH: 'yes' });
    expect(await server.ended).toBe(1);
    expect(server.lines).toEqual(['The server cannot start with these settings:', expect.stringContaining('PORT must be'), expect.stringContaining('ROTATE_REFRESH must be 0 or 1')]);
  });

  test('says that its port is taken, and ends with 1', async () => {
    const first = await start();
    const second = await tryToStart({ PORT: new URL(first.url).port });
    expect(await second.ended).toBe(1);
    expect(second.lines.join('\n')).toBe(`The server cannot start: port ${new URL(first.url).port} is already in use (EADDRINUSE). Set PORT to another port, or stop the program that uses it.`);
  });

  test('says that its database is not there, and ends with 1', async () => {
    const server = await tryToStart({ DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/none' });
    expect(await server.ended).toBe(1);
    expect(server.lines.join('\n')).toMatch(/^The server cannot start: .*ECONNREFUSED/m);
    expect(server.lines.join('\n')).not.toContain('hunter2');
    expect(server.lines.join('\n')).toContain('DATABASE_URL');
  });

  test.each([
    ['is not a database', async () => writeFileSync(path.join(folder, 'company-admin.sqlite'), 'not a database, and long enough to see that'.repeat(100)), 'SQLITE_NOTADB'],
    ['was cut off', async () => {
      const db = openSqliteInThread(path.join(folder, 'company-admin.sqlite'));
      await migrate(db);
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
      await db.destroy();
      truncateSync(path.join(folder, 'company-admin.sqlite'), 8192);
    }, 'SQLITE_CORRUPT'],
  ])('says that its database %s, where it is and what to do, and ends with 1', async (_, damage, code) => {
    await damage();
    const server = await tryToStart({});
    expect(await server.ended).toBe(1);
    expect(server.lines.join('\n')).toBe(`The server cannot start: the database ${path.join(folder, 'company-admin.sqlite')} is damaged (${code}). Restore it from a backup, or move it away to start with an empty one.`);
  });

  test('says that its folder cannot be written, and which setting names it', async () => {
    const taken = path.join(folder, 'a-file');
    writeFileSync(taken, '');
    const server = await tryToStart({ DATA_DIR: path.join(taken, 'data') });
    expect(await server.ended).toBe(1);
    expect(server.lines.join('\n')).toMatch(/^The server cannot start: .*a-file.* cannot be read or written \(ENOTDIR\)\. .*DATA_DIR/);
  });

  test.each([['', 0], ['too short\n', 9]])('refuses a kept secret of %j', async (secret, length) => {
    writeFileSync(path.join(folder, 'jwt-secret'), secret);
    const server = await tryToStart({});
    expect(await server.ended).toBe(1);
    expect(server.lines.join('\n')).toMatch(new RegExp(`^The server cannot start: the secret in .*jwt-secret has only ${length} characters`));
  });
});

test('its files are for its owner only, whatever the mode of the folder', async () => {
  chmodSync(folder, 0o777);
  const server = await start();
  await admin(server);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(3);
  for (const { parentPath, name } of files) expect(statSync(path.join(parentPath, name)).mode & 0o077, name).toBe(0);
});

test('two servers can share one folder: both see what either wrote', async () => {
  const [first, second] = await Promise.all([start(), start()]);
  const token = await admin(first);
  expect((await send(second, 'POST', '/api/departments/', { name: 'Sales' }, token)).status).toBe(201);
  expect((await send(first, 'GET', '/api/departments/', undefined, token)).body).toMatchObject({ count: 1 });
});

test('a body that is too large is answered, not cut off', async () => {
  const server = await start();
  const { port } = new URL(server.url);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', path: '/api/auth/users/', method: 'POST', headers: { 'Content-Type': 'application/json' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    // In pieces and without a length: only reading it can tell.
    for (let index = 0; index < 40; index += 1) request.write('x'.repeat(100_000));
    request.end();
  });
  expect(status).toBe(413);
});
