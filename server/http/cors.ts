import type { MiddlewareHandler } from 'hono';

const headers = 'accept, authorization, content-type, origin, user-agent, x-requested-with';
const methods = 'DELETE, GET, OPTIONS, PATCH, POST, PUT';

/** Pages of this machine, on any port, such as a development server. */
const localhost = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * CORS as in django-cors-headers: a preflight gets its response before anything else is checked, and error responses
 * have the header too.
 *
 * @param allowed the origins that may call, or `localhost` for any page of this machine
 */
export function cors(allowed: readonly string[] | 'localhost'): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const isAllowed = origin !== undefined && (allowed === 'localhost' ? localhost.test(origin) : allowed.includes(origin));
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
