import { Hono } from 'hono';
import { securityHeaders } from '../http/security-headers.ts';
import { readOutbox } from '../mail/stored-mail.ts';
import { outboxPage, outboxPolicy } from './outbox-page.ts';
import { requestLog } from './request-log.ts';
import { serveStatic, type BuiltApp } from './static.ts';

/** What the site is built from. */
export interface SiteParts {
  /** Handles everything under `/api`. */
  api: Hono;
  spa: BuiltApp;
  /** The page with the emails that stayed on this machine; null for none. It contains one-time links, so nobody can guess its path. */
  outbox: { path: string; directory: string } | null;
  log: (line: string) => void;
}

const messagesShown = 50;

/** Creates what one port serves: the API, the SPA and the outbox. */
export function createSite({ api, spa, outbox, log }: SiteParts) {
  const site = new Hono();
  site.use(requestLog(log));
  site.all('/api', (c) => api.fetch(c.req.raw));
  site.all('/api/*', (c) => api.fetch(c.req.raw));
  if (outbox !== null) {
    site.get(outbox.path, async (c) => {
      c.header('Content-Security-Policy', outboxPolicy);
      c.header('Cache-Control', 'no-store');
      c.header('Referrer-Policy', 'no-referrer');
      c.header('X-Content-Type-Options', 'nosniff');
      return c.html(outboxPage(await readOutbox(outbox.directory, messagesShown)));
    });
  }
  // Where password managers look (https://w3c.github.io/webappsec-change-password-url/).
  site.get('/.well-known/change-password', (c) => c.redirect('/profile/password', 302));
  site.all('*', serveStatic(spa));
  site.onError((error, c) => {
    log(`${new Date().toISOString()} ${error.stack ?? error.message}`);
    return c.text('Server error\n', 500, securityHeaders);
  });
  return site;
}
