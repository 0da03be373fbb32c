import type { MiddlewareHandler } from 'hono';

/** What stands for a part of a path that nobody but its owner may read. */
const hidden = '[hidden]';

/** The paths of mailed links, and of any other page that ends in one. */
const linkPath = /((?:activate|activation|confirm|reset_password_confirm)\/+)[^/]+.*$/i;

/** The path of a request as it may be kept: without its query, without one-time links, without what looks like a token. */
export function loggedPath(url: string): string {
  const { pathname } = new URL(url);
  return pathname
    .replace(linkPath, `$1${hidden}`)
    .split('/')
    .map((part) => (part.length > 40 || /^[\w-]+\.[\w-]+\.[\w-]+$/.test(part) ? hidden : part))
    .join('/');
}

/** Writes one line a request: when, what, how it ended, and after how many milliseconds. */
export function requestLog(write: (line: string) => void): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const took = Math.round(performance.now() - start);
    write(`${new Date().toISOString()} ${c.req.method} ${loggedPath(c.req.url)} ${c.res.status} ${took}ms`);
  };
}
