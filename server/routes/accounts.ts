import type { Hono } from 'hono';
import { z } from 'zod/mini';
import { activationRequest, resetPasswordConfirmRequest, resetPasswordRequest, signUpRequest } from '../../src/contract/requests.ts';
import { brokenConstraint } from '../db/dialect.ts';
import type { Db, UserRow } from '../db/schema.ts';
import { addUser, changeUser, findUser, findUserByEmail, keptEmail, removeLapsed } from '../db/users.ts';
import { check, readBody, readJson } from '../http/body.ts';
import { endpoint } from '../http/endpoint.ts';
import { cannotCreateUser, forbidden, invalid } from '../http/failures.ts';
import { activationMessage, resetMessage } from '../mail/messages.ts';
import { decodeUid, type LinkPurpose } from '../security/one-time-links.ts';
import type { Services } from '../services.ts';
import { userResponse } from './responses.ts';
import { freeEmail } from './free-email.ts';
import { requireRepeated, requireStrong } from './password-checks.ts';
import { replacePassword } from './replace-password.ts';

const sentLink = z.object({ uid: z.unknown(), token: z.unknown() });

/** Endpoints 4, 5, 9 and 10: djoser's views for people who are not logged in. */
export function accountRoutes(app: Hono, services: Services): void {
  const { db, mail, links, background, passwords, stamp } = services;
  const signUpBody = z.extend(signUpRequest, { email: freeEmail(services, signUpRequest.shape.email) });

  // 4: every sign-up creates a new company.
  async function signUp(request: Request): Promise<Response> {
    const body = await readBody(request, signUpBody);
    requireStrong('password', body.password, body);
    requireRepeated(body.password, body.re_password);
    const password = await passwords.hash(body.password, request.signal);
    try {
      const user = await db.transaction().execute((trx) => addAdmin(trx, { ...body, password }));
      return Response.json(userResponse(user), { status: 201 });
    } catch (error) {
      // Taken with another letter case in the domain, or by another request since the check.
      if (brokenConstraint(error) === 'unique') throw cannotCreateUser();
      throw error;
    }
  }

  async function addAdmin(trx: Db, { email, first_name, last_name, role, password }: z.output<typeof signUpRequest>): Promise<UserRow> {
    // Otherwise whoever signs up with another's address would block it for ever.
    await removeLapsed(trx, keptEmail(email), links.expiredBefore());
    const created_at = stamp();
    const company = await trx.insertInto('companies').values({ created_at }).returning('id').executeTakeFirstOrThrow();
    const user = await addUser(trx, {
      company_id: company.id, role, email: keptEmail(email), first_name, last_name, password, is_active: 0, created_at, updated_at: created_at,
    });
    // In the same transaction as the account: no endpoint sends the email again.
    await mail.send(activationMessage(user, services), trx);
    return user;
  }

  // 5
  async function activate(request: Request): Promise<Response> {
    const body = await readJson(request);
    await check(body, activationRequest);
    const user = await linkOwner('activation', body);
    if (user.is_active) throw forbidden('Stale token for given user.');
    await changeUser(db, user.id, { is_active: 1, updated_at: stamp() });
    return new Response(null, { status: 204 });
  }

  // 9: the same response whether or not anybody has that email address, and after the same time: it does not wait for the email.
  async function resetPassword(request: Request): Promise<Response> {
    const { email } = await readBody(request, resetPasswordRequest);
    const user = await findUserByEmail(db, email);
    background.later(async () => {
      if (user?.is_active) await mail.send(resetMessage(user, services), db);
    });
    return new Response(null, { status: 204 });
  }

  // 10: djoser checks the password before the link.
  async function confirmReset(request: Request): Promise<Response> {
    const body = await readJson(request);
    const { new_password, re_new_password } = await check(body, resetPasswordConfirmRequest);
    requireStrong('new_password', new_password, null);
    requireRepeated(new_password, re_new_password);
    const user = await linkOwner('password-reset', body);
    const now = stamp();
    const changes = { password: await passwords.hash(new_password, request.signal), last_reset_at: now, updated_at: now };
    // The first of two requests with the same link wins: only the password hash that the link was made for is replaced.
    if (!(await replacePassword(user, changes, services))) throw badToken();
    return new Response(null, { status: 204 });
  }

  /** Returns the user whom the link was sent to. djoser takes `uid` and `token` as sent: it neither strips white space nor accepts numbers. */
  async function linkOwner(purpose: LinkPurpose, body: unknown): Promise<UserRow> {
    const { uid, token } = z.parse(sentLink, body);
    const id = typeof uid === 'string' ? decodeUid(uid) : null;
    const user = id === null ? undefined : await findUser(db, id);
    if (!user) throw invalid({ uid: ["Invalid user id or user doesn't exist."] });
    if (typeof token !== 'string' || !links.isValid(purpose, user, token)) throw badToken();
    return user;
  }

  endpoint(app, services, '/api/auth/users/', { for: 'public', methods: { POST: (c) => signUp(c.req.raw) } });
  endpoint(app, services, '/api/auth/users/activation/', { for: 'public', methods: { POST: (c) => activate(c.req.raw) } });
  endpoint(app, services, '/api/auth/users/reset_password/', { for: 'public', methods: { POST: (c) => resetPassword(c.req.raw) } });
  endpoint(app, services, '/api/auth/users/reset_password_confirm/', { for: 'public', methods: { POST: (c) => confirmReset(c.req.raw) } });
}

function badToken() {
  return invalid({ token: ['Invalid token for given user.'] });
}
