import type { MiddlewareHandler } from 'hono';

/** Replaces the secret part of a path. */
const hidden = '[hidden]';

/** The paths of emailed links, of any other path that ends like one, and of the outbox. */
const linkPath = /((?:activate|activation|confirm|reset_password_confirm|outbox)\/+)[^/].*$/i;

/** Returns the path of a URL without secrets: no query, no one-time links, nothing that looks like a token. */
export function loggedPath(url: string): string {
  const { pathname } = new URL(url);
  // A path with % in it could disguise an emailed link.
  if (pathname.includes('%')) return '[encoded]';
  return pathname
    .replace(linkPath, `$1${hidden}`)
    .split('/')
    .map((part) => (part.length > 40 || /^[\w-]+\.[\w-]+\.[\w-]+$/.test(part) ? hidden : part))
    .join('/');
}

/** Logs one line per request: time, method, path, status and duration in milliseconds. */
export function requestLog(write: (line: string) => void): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const took = Math.round(performance.now() - start);
    write(`${new Date().toISOString()} ${c.req.method} ${loggedPath(c.req.url)} ${c.res.status} ${took}ms`);
  };
}
