import type { Hono } from 'hono';
import { z } from 'zod/mini';
import { fieldMessages } from '../../src/contract/fields.ts';
import { memberOrderingFields } from '../../src/contract/lists.ts';
import { memberCreateRequest, memberUpdateRequest } from '../../src/contract/requests.ts';
import { findDepartment } from '../db/departments.ts';
import { brokenConstraint } from '../db/dialect.ts';
import { findMember, listMembers, memberRole, removeMember } from '../db/members.ts';
import type { UserRow } from '../db/schema.ts';
import { scan } from '../db/scan.ts';
import { addUser, changeUser, keptEmail, removeLapsed } from '../db/users.ts';
import { readBody } from '../http/body.ts';
import { endpoint } from '../http/endpoint.ts';
import { cannotCreateUser, invalid } from '../http/failures.ts';
import { parseListQuery } from '../http/list-query.ts';
import { pageBody, pageWindow } from '../http/page.ts';
import type { Services } from '../services.ts';
import { memberResponse, userResponse } from './responses.ts';
import { freeEmail } from './free-email.ts';
import { requireStrong } from './password-checks.ts';
import { found, rowId, rowPath } from './row.ts';

/** Endpoints 17 to 22. */
export function memberRoutes(app: Hono, services: Services): void {
  const { db, links, passwords, settings, stamp } = services;

  /** The rule that the contract cannot check: the department belongs to the company. */
  function ownDepartment(field: z.ZodMiniType<string>, { company_id }: UserRow) {
    return field.check(z.refine(async (id: string) => Number.isSafeInteger(Number(id))
      && (await findDepartment(db, company_id, Number(id))) !== undefined, { error: ({ input }) => fieldMessages.keyGone(input) }));
  }

  // 17, 21, 22
  async function list({ url, signal }: Request, { company_id }: UserRow): Promise<Response> {
    const query = parseListQuery(url, memberOrderingFields, settings.pageSize);
    const { count, rows } = await scan(signal, () => listMembers(db, company_id, query, (total) => pageWindow(query, total)));
    return Response.json(pageBody(url, query, { count, rows: rows.map(memberResponse) }));
  }

  // 18: active at once, without an email.
  async function create(request: Request, me: UserRow): Promise<Response> {
    const body = await readBody(request, z.extend(memberCreateRequest, {
      email: freeEmail(services, memberCreateRequest.shape.email),
      department: ownDepartment(memberCreateRequest.shape.department, me),
    }));
    requireStrong('password', body.password, body);
    const { email, first_name, last_name, department } = body;
    const password = await passwords.hash(body.password, request.signal);
    await removeLapsed(db, keptEmail(email), links.expiredBefore());
    const now = stamp();
    const adding = addUser(db, {
      company_id: me.company_id, role: memberRole, email: keptEmail(email), first_name, last_name, password, is_active: 1,
      department_id: Number(department), added_by_id: me.id, created_at: now, updated_at: now,
    });
    return Response.json(userResponse(await unlessRefused(adding, department)), { status: 201 });
  }

  // 19
  async function update(request: Request, me: UserRow, id: number): Promise<Response> {
    found(await findMember(db, me.company_id, id));
    const { department, ...names } = await readBody(request, z.extend(memberUpdateRequest, {
      department: z.optional(ownDepartment(memberCreateRequest.shape.department, me)),
    }));
    const changes = { ...names, ...(department === undefined ? {} : { department_id: Number(department) }), updated_at: stamp() };
    return Response.json(userResponse(found(await unlessRefused(changeUser(db, id, changes), department))));
  }

  // 20
  async function remove({ company_id }: UserRow, id: number): Promise<Response> {
    found((await removeMember(db, company_id, id)) || undefined);
    return new Response(null, { status: 204 });
  }

  endpoint(app, services, '/api/myTeams/', {
    for: 'admins',
    methods: { GET: (c, me) => list(c.req.raw, me), POST: (c, me) => create(c.req.raw, me) },
  });
  endpoint(app, services, rowPath('/api/myTeams/'), {
    for: 'admins',
    methods: {
      PATCH: (c, me) => update(c.req.raw, me, rowId(c.req.param('id'))),
      DELETE: (c, me) => remove(me, rowId(c.req.param('id'))),
    },
  });
}

/** Waits for the write. The database refuses it when something changed after the fields were checked. */
async function unlessRefused<Row>(writing: Promise<Row>, department: string | undefined): Promise<Row> {
  try {
    return await writing;
  } catch (error) {
    const broken = brokenConstraint(error);
    if (broken === 'unique') throw cannotCreateUser();
    if (broken === 'foreign-key') throw invalid({ department: [fieldMessages.keyGone(department)] });
    throw error;
  }
}
