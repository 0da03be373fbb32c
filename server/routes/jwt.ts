import type { Hono } from 'hono';
import { logInRequest, refreshRequest, verifyRequest } from '../../src/contract/requests.ts';
import { brokenConstraint } from '../db/dialect.ts';
import { isRevoked, revoke } from '../db/revoked-tokens.ts';
import { findUserByEmail } from '../db/users.ts';
import { readBody } from '../http/body.ts';
import { endpoint } from '../http/endpoint.ts';
import { invalid, unauthorized } from '../http/failures.ts';
import { BadToken, type Claims, type TokenType } from '../security/tokens.ts';
import type { Services } from '../services.ts';

/** Endpoints 1 to 3: simplejwt's views. They accept their path with and without a trailing slash, and ignore the Authorization header. */
export function jwtRoutes(app: Hono, services: Services): void {
  const { db, tokens, passwords, settings } = services;

  async function logIn(request: Request): Promise<Response> {
    const { email, password } = await readBody(request, logInRequest);
    const user = await findUserByEmail(db, email);
    // A wrong password, an unknown email address and an inactive user get the same response after the same amount of work.
    const isRight = await passwords.verify(password, user?.password ?? null, request.signal);
    if (!user || !isRight || !user.is_active) throw unauthorized('No active account found with the given credentials');
    return Response.json({ refresh: await tokens.issue('refresh', user.id), access: await tokens.issue('access', user.id) });
  }

  // As in simplejwt, neither of these loads the user: a deleted one gets new tokens and is refused at the next request.
  async function refresh(request: Request): Promise<Response> {
    const { refresh: token } = await readBody(request, refreshRequest);
    const claims = await read(token, 'refresh');
    if (!settings.rotateRefresh) return Response.json({ access: await tokens.issue('access', claims.user_id) });
    await spend(claims);
    return Response.json({ access: await tokens.issue('access', claims.user_id), refresh: await tokens.issue('refresh', claims.user_id) });
  }

  async function verify(request: Request): Promise<Response> {
    const { token } = await readBody(request, verifyRequest);
    const { jti } = await read(token, null);
    if (settings.rotateRefresh && (await isRevoked(db, jti))) throw invalid({ non_field_errors: ['Token is blacklisted'] });
    return Response.json({});
  }

  async function read(token: string, type: TokenType | null): Promise<Claims> {
    try {
      return await tokens.read(token, type);
    } catch (error) {
      if (error instanceof BadToken) throw unauthorized(error.message, 'token_not_valid');
      throw error;
    }
  }

  /** Revokes a refresh token. Only one of two requests with the same token succeeds: its id is unique in the database. */
  async function spend({ jti, exp }: Claims): Promise<void> {
    try {
      await revoke(db, jti, exp * 1_000_000, services.stamp());
    } catch (error) {
      if (brokenConstraint(error) === 'unique') throw unauthorized('Token is blacklisted', 'token_not_valid');
      throw error;
    }
  }

  for (const slash of ['', '/']) {
    endpoint(app, services, `/api/auth/jwt/create${slash}`, { for: 'anyone', methods: { POST: (c) => logIn(c.req.raw) } });
    endpoint(app, services, `/api/auth/jwt/refresh${slash}`, { for: 'anyone', methods: { POST: (c) => refresh(c.req.raw) } });
    endpoint(app, services, `/api/auth/jwt/verify${slash}`, { for: 'anyone', methods: { POST: (c) => verify(c.req.raw) } });
  }
}
