import type { Context, Hono } from 'hono';
import { adminRole } from '../../src/contract/auth.ts';
import type { UserRow } from '../db/schema.ts';
import type { Services } from '../services.ts';
import { authenticate } from './authenticate.ts';
import { forbidden, methodNotAllowed, noToken } from './failures.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type PublicHandler = (c: Context) => Response | Promise<Response>;
type UserHandler = (c: Context, user: UserRow) => Response | Promise<Response>;

/** An endpoint's methods, and who may call them. */
type Endpoint =
  /** Ignores the Authorization header. */
  | { for: 'anyone'; methods: Partial<Record<Method, PublicHandler>> }
  /** Needs no token, but refuses an invalid one; without a token, an unknown method is 401 rather than 405. */
  | { for: 'public'; methods: Partial<Record<Method, PublicHandler>> }
  /** Needs a logged-in user. */
  | { for: 'users'; methods: Partial<Record<Method, UserHandler>> }
  /** Needs an admin. */
  | { for: 'admins'; methods: Partial<Record<Method, UserHandler>> };

/**
 * Adds an endpoint with DRF's order of refusals: invalid token, no token, no permission, method. The handler continues
 * with row, body, validation. The path without its trailing slash is a redirect, as in Django.
 */
export function endpoint(app: Hono, services: Services, path: string, { for: who, methods }: Endpoint): void {
  const allow = allowed(methods);
  app.all(path, async (c) => {
    const user = who === 'anyone' ? null : await authenticate(c.req.header('authorization'), services);
    const handler = handlerOf(methods, c.req.method);
    if (!user && who !== 'anyone' && !(who === 'public' && handler)) throw noToken();
    if (who === 'admins' && user?.role !== adminRole) throw forbidden();
    if (c.req.method === 'OPTIONS') return c.json({ renders: ['application/json'], parses: ['application/json'] }, 200, { Allow: allow });
    if (!handler) throw methodNotAllowed(c.req.method, allow);
    // Handlers for users and admins get one: without a user, the request was refused above.
    return handler(c, user as UserRow);
  });
  if (who !== 'anyone') app.all(path.slice(0, -1), (c) => redirect(c.req.url));
}

function handlerOf(methods: Partial<Record<Method, UserHandler>>, method: string): UserHandler | undefined {
  const name = method === 'HEAD' ? 'GET' : method;
  return name === 'GET' || name === 'POST' || name === 'PATCH' || name === 'DELETE' ? methods[name] : undefined;
}

function allowed(methods: Partial<Record<Method, unknown>>): string {
  return [...Object.keys(methods), ...(methods.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

/** 301 to the same path with a trailing slash; relative, so that a proxy's host and scheme do not matter. */
function redirect(url: string): Response {
  const { pathname, search } = new URL(url);
  return new Response(null, { status: 301, headers: { Location: `${pathname}/${search}`, 'Content-Length': '0' } });
}
