import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { migrate } from './db/migrations.ts';
import { openPostgres, openSqliteThreads } from './db/open.ts';
import { followConnections } from './http/connections.ts';
import { keptSecret } from './jwt-secret.ts';
import { createFileOutbox } from './mail/file-outbox.ts';
import { createSmtpMail } from './mail/smtp.ts';
import type { Settings } from './settings.ts';
import { createSite } from './site/site.ts';
import type { BuiltApp } from './site/static.ts';

/** A server that answers. */
export interface RunningServer {
  /** Where it answers. */
  url: string;
  /** Where its mail can be read; null when mail is really sent. */
  outboxUrl: string | null;
  /** Takes no more requests, finishes those under way, closes the database. */
  stop(): Promise<void>;
}

interface Surroundings {
  spa: BuiltApp;
  log: (line: string) => void;
}

/** Opens the database and the port of the settings. Throws when either cannot be had. */
export async function startServer(settings: Settings, { spa, log }: Surroundings): Promise<RunningServer> {
  const jwtSecret = settings.jwtSecret ?? (await keptSecret(settings.dataDir));
  if (jwtSecret.length < 32) log('JWT_SECRET is shorter than 32 characters: tokens signed with it can be guessed.');
  const db = settings.databaseUrl === null ? openSqliteThreads(path.join(settings.dataDir, 'company-admin.sqlite')) : openPostgres(settings.databaseUrl);
  await migrate(db);
  const smtp = settings.smtpUrl === null ? null : createSmtpMail({ db, url: settings.smtpUrl, from: settings.mailFrom, clock: Date.now, log });
  const mail = smtp ?? createFileOutbox(settings.outboxDir, settings.mailFrom);

  let site: ReturnType<typeof createSite>;
  const server = createAdaptorServer({ fetch: (request, env) => site.fetch(request, env) });
  const close = followConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  // A TCP server has an address of this kind, never a pipe's name. PORT=0 is any free one, known only now.
  const { port } = server.address() as AddressInfo;
  const own = `http://localhost:${port}`;
  const api = createApp({
    db,
    mail,
    settings: { ...settings.api, jwtSecret, publicUrl: settings.publicUrl ?? own },
    // The stack alone: a database's error also carries the values it failed on.
    onError: (error) => log(`error: ${error instanceof Error ? error.stack : String(error)}`),
  });
  site = createSite({ api, spa, outboxDir: smtp ? null : settings.outboxDir, log });
  smtp?.start();

  return {
    url: settings.publicUrl ?? own,
    outboxUrl: smtp ? null : `${own}/outbox`,
    async stop() {
      await close();
      await smtp?.stop();
      await db.destroy();
    },
  };
}
