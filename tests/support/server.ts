import { createApp } from '../../server/app.ts';
import { createBackground } from '../../server/background.ts';
import { migrate } from '../../server/db/migrations.ts';
import { openPostgres, openSqliteInThread } from '../../server/db/open.ts';
import type { Db } from '../../server/db/schema.ts';
import type { Mail, MailMessage } from '../../server/mail/mail.ts';
import type { Backend } from './backend.ts';
import { createPostgresDatabase } from './databases.ts';
import type { Account } from './factories.ts';
import { createPasswordHasher } from '../../server/security/password-hash.ts';
import type { ApiSettings } from '../../server/services.ts';

/** Where the test server's mailed links point to, and what its own addresses may begin with. */
export const testOrigin = 'http://localhost';

/** A message that the server sent, and the link in it. */
export interface SentMail extends MailMessage {
  /** The whole link; the path as the SPA gets it; its two parts. */
  link: string;
  path: string;
  uid: string;
  token: string;
}

/** Everything that was mailed, in memory. */
export interface TestMail extends Mail {
  /** All messages, oldest first. */
  sent: SentMail[];
  /** The newest message to that address. Throws when there is none. */
  to(address: string): SentMail;
}

function createTestMail(): TestMail {
  const sent: SentMail[] = [];
  return {
    sent,
    async send(message) {
      const link = /https?:\/\/\S+/.exec(message.text)?.[0] ?? '';
      const [uid = '', token = ''] = link.split('/').slice(-2);
      sent.push({ ...message, link, path: link.replace(testOrigin, ''), uid, token });
    },
    to(address) {
      const newest = sent.findLast((message) => message.to === address);
      if (!newest) throw new Error(`Nothing was mailed to ${address}, only to ${sent.map(({ to }) => to).join(', ') || 'nobody'}`);
      return newest;
    },
  };
}

/** A clock that stands apart from the real one by what a test adds. */
export interface TestClock {
  now(): number;
  /** Moves the server's time on (or back), by milliseconds. */
  advance(milliseconds: number): void;
}

function createTestClock(): TestClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

export interface Answer {
  status: number;
  headers: Headers;
  /** The parsed JSON; the text when it is none; null when it is empty. */
  body: unknown;
}

export interface TestServer {
  /** The real server, without a port: what MSW's catch-all handler calls. */
  fetch(request: Request): Promise<Response>;
  /** The same, for the factories. */
  backend: Backend;
  db: Db;
  mail: TestMail;
  clock: TestClock;
  /** Sends a request: `as` is an account or an access token; a `body` that is no text or Blob is sent as JSON. */
  send(method: string, path: string, options?: { as?: Account | string; body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  settings?: Partial<ApiSettings>;
  /** A PostgreSQL server's URL, on which the server gets a database of its own; SQLite in memory without. */
  postgres?: string | null;
  /** A database of the test's own instead, which need not be migrated. */
  db?: Db;
  /** Hears of failures that no handler expected; by default they are written to the console, and fail the test. */
  onError?: (error: unknown) => void;
}

/** The reference server for tests: the real app over a database of its own, cheap password hashes, mail in memory. */
export async function createTestServer({ settings, postgres, db: given, onError }: TestServerOptions = {}): Promise<TestServer> {
  const own = postgres ? await createPostgresDatabase(postgres) : null;
  const db = given ?? (own ? openPostgres(own.url) : openSqliteInThread(':memory:'));
  await migrate(db);
  const mail = createTestMail();
  const clock = createTestClock();
  const background = createBackground(onError ?? console.error);
  const app = createApp({
    db,
    mail,
    clock: () => clock.now(),
    passwords: createPasswordHasher({ memoryKiB: 8, passes: 1 }),
    onError,
    background,
    settings: {
      publicUrl: testOrigin,
      jwtSecret: 'a secret of the tests, long enough for HS256',
      accessTtl: 300,
      refreshTtl: 86_400,
      rotateRefresh: false,
      pageSize: 10,
      allowedOrigins: null,
      ...settings,
    },
  });

  /** By the time a test sees the response, the emails that it did not wait for are there too. */
  async function answer(request: Request): Promise<Response> {
    const response = await app.fetch(request);
    await background.settled();
    return response;
  }

  const send: TestServer['send'] = async (method, path, { as, body, headers = {} } = {}) => {
    const token = typeof as === 'string' ? as : as?.access;
    const response = await answer(new Request(testOrigin + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `JWT ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
    }));
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const parsed: unknown = text === '' ? null : isJson ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body: parsed };
  };

  return {
    fetch: answer,
    backend: {
      send: async (path, init) => answer(new Request(testOrigin + path, init)),
      mailTo: async (address) => mail.to(address).text,
    },
    db,
    mail,
    clock,
    send,
    async close() {
      await db.destroy();
      await own?.drop();
    },
  };
}
