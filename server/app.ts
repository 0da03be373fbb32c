import { Hono } from 'hono';
import { createBackground, type Background } from './background.ts';
import { stamps, type Clock } from './clock.ts';
import type { Db } from './db/schema.ts';
import { isOutage } from './db/outage.ts';
import { cors } from './http/cors.ts';
import { Failure, unavailable } from './http/failures.ts';
import { htmlError } from './http/html-error.ts';
import { secured } from './http/security-headers.ts';
import { isLoopback } from './loopback.ts';
import type { Mail } from './mail/mail.ts';
import { accountRoutes } from './routes/accounts.ts';
import { departmentRoutes } from './routes/departments.ts';
import { jwtRoutes } from './routes/jwt.ts';
import { meRoutes } from './routes/me.ts';
import { memberRoutes } from './routes/members.ts';
import { createOneTimeLinks } from './security/one-time-links.ts';
import { createPasswordHasher, type PasswordHasher } from './security/password-hash.ts';
import { createTokens } from './security/tokens.ts';
import type { ApiSettings, Services } from './services.ts';
import { ClientGone } from './unavailable.ts';

/** What the API is built from. */
export interface AppParts {
  /** A migrated database. */
  db: Db;
  mail: Mail;
  settings: ApiSettings;
  clock?: Clock;
  passwords?: PasswordHasher;
  /** Called with errors that no handler expected, and with outages; the client gets a 500 or 503 without details. */
  onError?: (error: unknown) => void;
  /** For whoever stops the server, and has to wait for it. */
  background?: Background;
}

/** Creates the API, all of it under `/api/`. It does not listen: `main.ts` puts it behind a port, and tests call its `fetch`. */
export function createApp({ db, mail, settings, clock = Date.now, passwords = createPasswordHasher(), onError = console.error, background = createBackground(onError) }: AppParts): Hono {
  const secret = new TextEncoder().encode(settings.jwtSecret);
  const services: Services = {
    db,
    mail,
    settings,
    clock,
    background,
    passwords,
    stamp: stamps(clock),
    tokens: createTokens(secret, { access: settings.accessTtl, refresh: settings.refreshTtl }, clock),
    links: createOneTimeLinks(secret, clock),
  };
  const app = new Hono();
  app.use(secured);
  // Pages of this machine may call only a server that is not public.
  app.use(cors(settings.allowedOrigins ?? (isLoopback(settings.publicUrl) ? 'localhost' : [])));
  jwtRoutes(app, services);
  meRoutes(app, services);
  accountRoutes(app, services);
  departmentRoutes(app, services);
  memberRoutes(app, services);
  app.notFound(() => htmlError(404));
  app.onError((error, c) => {
    // Nobody receives this: the status is for the log, as nginx has it.
    if (error instanceof ClientGone || c.req.raw.signal.aborted) return new Response(null, { status: 499 });
    const failure = error instanceof Failure ? error : isOutage(error) ? unavailable() : null;
    if (failure !== error) onError(error);
    return failure ? Response.json(failure.body, { status: failure.status, headers: failure.headers }) : htmlError(500);
  });
  return app;
}
