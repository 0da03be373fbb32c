import type { Context, Hono } from 'hono';
import { adminRole } from '../../src/contract/auth.ts';
import type { UserRow } from '../db/schema.ts';
import type { Services } from '../services.ts';
import { authenticate } from './authenticate.ts';
import { forbidden, methodNotAllowed, noToken } from './failures.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Answer = Response | Promise<Response>;
type PublicHandler = (c: Context) => Answer;
type UserHandler = (c: Context, user: UserRow) => Answer;

/** An endpoint's methods, by who may call it. */
type Endpoint =
  /** Does not look at the Authorization header at all. */
  | { for: 'anyone'; methods: Partial<Record<Method, PublicHandler>> }
  /** Needs no token, but refuses a bad one; asks for one before it says that it lacks a method. */
  | { for: 'public'; methods: Partial<Record<Method, PublicHandler>> }
  /** Needs a user. */
  | { for: 'users'; methods: Partial<Record<Method, UserHandler>> }
  /** Needs a company's admin. */
  | { for: 'admins'; methods: Partial<Record<Method, UserHandler>> };

/**
 * Adds an endpoint, with DRF's order of refusals: bad token, no token, no permission, method. The handler follows with
 * its own: row, body, validation. Without its closing slash the path is redirected, as Django does it.
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
    // The handler of users and admins gets one: without, there was a refusal above.
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

/** 301 to the same path with its slash; relative, so that a proxy's host and scheme do not matter. */
function redirect(url: string): Response {
  const { pathname, search } = new URL(url);
  return new Response(null, { status: 301, headers: { Location: `${pathname}/${search}`, 'Content-Length': '0' } });
}
