import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { createBackground } from './background.ts';
import { openDatabase } from './db/open.ts';
import { connectionLimits, followConnections } from './http/connections.ts';
import { keptSecret, minSecretLength } from './jwt-secret.ts';
import { isLoopback } from './loopback.ts';
import { createFileOutbox } from './mail/file-outbox.ts';
import { createSmtpMail } from './mail/smtp.ts';
import type { Settings } from './settings.ts';
import { createSite } from './site/site.ts';
import type { BuiltApp } from './site/static.ts';

/** A server that is listening. */
export interface RunningServer {
  /** Where people find it. */
  url: string;
  /** Where its outbox can be read; null when mail goes to a mail server, or when the app is public. */
  outboxUrl: string | null;
  /** Refuses new requests, finishes those in progress, and closes the database. */
  stop(): Promise<void>;
}

interface Surroundings {
  spa: BuiltApp;
  log: (line: string) => void;
}

/** Opens the database and listens on the port. Throws when either fails. */
export async function startServer(settings: Settings, { spa, log }: Surroundings): Promise<RunningServer> {
  const jwtSecret = settings.jwtSecret ?? (await keptSecret(settings.dataDir));
  if (jwtSecret.length < minSecretLength) log(`JWT_SECRET is shorter than ${minSecretLength} characters: tokens signed with it can be guessed.`);
  const db = await openDatabase(settings);
  const smtp = settings.smtpUrl === null ? null : createSmtpMail({ db, url: settings.smtpUrl, from: settings.mailFrom, clock: Date.now, log });
  const outboxDir = settings.outboxDir ?? path.join(settings.dataDir, 'outbox');
  const mail = smtp ?? createFileOutbox(outboxDir, settings.mailFrom);

  let site: ReturnType<typeof createSite>;
  // HTTP/1.1 is what `createServer` makes, which the type of the adaptor does not say.
  const server = createAdaptorServer({ fetch: (request, env) => site.fetch(request, env), createServer, serverOptions: connectionLimits }) as Server;
  const close = followConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  // A TCP server has an address of this type, never a pipe's name. With PORT=0 the system chose the port just now.
  const { port } = server.address() as AddressInfo;
  const own = `http://localhost:${port}`;
  const publicUrl = settings.publicUrl ?? own;
  const outbox = smtp || !isLoopback(publicUrl) ? null : { path: `/outbox/${randomBytes(32).toString('base64url')}`, directory: outboxDir };
  // Only the stack: a database error also has the values that it failed on.
  const onError = (error: unknown) => log(`error: ${error instanceof Error ? error.stack : String(error)}`);
  const background = createBackground(onError);
  const api = createApp({
    db,
    mail,
    settings: { ...settings, jwtSecret, publicUrl },
    onError,
    background,
  });
  site = createSite({ api, spa, outbox, log });
  smtp?.start();

  return {
    url: publicUrl,
    outboxUrl: outbox && own + outbox.path,
    async stop() {
      await close();
      await background.settled();
      await smtp?.stop();
      await db.destroy();
    },
  };
}
