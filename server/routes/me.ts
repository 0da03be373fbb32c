import type { Hono } from 'hono';
import { z } from 'zod/mini';
import { meUpdateRequest, setPasswordRequest } from '../../src/contract/requests.ts';
import type { UserRow } from '../db/schema.ts';
import { changeUser, findUser } from '../db/users.ts';
import { readBody } from '../http/body.ts';
import { endpoint } from '../http/endpoint.ts';
import { invalid, unauthorized } from '../http/failures.ts';
import { activationMessage } from '../mail/messages.ts';
import type { Services } from '../services.ts';
import { userResponse } from './responses.ts';
import { requireRepeated, requireStrong } from './password-checks.ts';
import { replacePassword } from './replace-password.ts';

const wrongPassword = 'Invalid password.';

/** Endpoints 6 to 8: the logged-in user's account, admin or member. */
export function meRoutes(app: Hono, services: Services): void {
  const { db, mail, passwords, stamp } = services;

  // 7
  async function update(request: Request, me: UserRow): Promise<Response> {
    const changes = await readBody(request, meUpdateRequest);
    const user = await changeUser(db, me.id, { ...changes, updated_at: stamp() });
    if (!user) throw gone();
    // djoser sends it after every change, although following the link gets a 403.
    await mail.send(activationMessage(user, services), db);
    return Response.json(userResponse(user));
  }

  // 8
  async function setPassword(request: Request, me: UserRow): Promise<Response> {
    const body = await readBody(request, z.extend(setPasswordRequest, {
      current_password: setPasswordRequest.shape.current_password.check(
        z.refine((password: string) => passwords.verify(password, me.password, request.signal), { error: wrongPassword }),
      ),
    }));
    requireStrong('new_password', body.new_password, me);
    requireRepeated(body.new_password, body.re_new_password);
    const password = await passwords.hash(body.new_password, request.signal);
    if (!(await replacePassword(me, { password, updated_at: stamp() }, services))) {
      // Another request has changed it since it was checked, unless the user is gone.
      throw (await findUser(db, me.id)) ? invalid({ current_password: [wrongPassword] }) : gone();
    }
    return new Response(null, { status: 204 });
  }

  endpoint(app, services, '/api/auth/users/me/', {
    for: 'users',
    methods: { GET: (_, me) => Response.json(userResponse(me)), PATCH: (c, me) => update(c.req.raw, me) },
  });
  endpoint(app, services, '/api/auth/users/set_password/', { for: 'users', methods: { POST: (c, me) => setPassword(c.req.raw, me) } });
}

/** The user was deleted during the request. */
function gone() {
  return unauthorized('User not found', 'user_not_found');
}
