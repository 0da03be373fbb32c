import type { MiddlewareHandler } from 'hono';

const headers = 'accept, authorization, content-type, origin, user-agent, x-requested-with';
const methods = 'DELETE, GET, OPTIONS, PATCH, POST, PUT';

/** Any page of this machine, on any port: what a developer's own server is. */
const localhost = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * CORS as django-cors-headers does it: a preflight is answered before anything else is looked at, and error answers
 * carry the header as well.
 *
 * @param allowed the origins that may call, or null for those of localhost
 */
export function cors(allowed: readonly string[] | null): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const isAllowed = origin !== undefined && (allowed ? allowed.includes(origin) : localhost.test(origin));
    const isPreflight = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
    if (isPreflight) c.res = new Response(null, { status: 200, headers: { 'Content-Length': '0' } });
    else await next();
    c.res.headers.append('Vary', 'Origin');
    if (!isAllowed) return;
    c.res.headers.set('Access-Control-Allow-Origin', origin);
    if (!isPreflight) return;
    c.res.headers.set('Access-Control-Allow-Headers', headers);
    c.res.headers.set('Access-Control-Allow-Methods', methods);
    c.res.headers.set('Access-Control-Max-Age', '86400');
  };
}
