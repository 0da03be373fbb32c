import type { Hono } from 'hono';
import { departmentOrderingFields } from '../../src/contract/lists.ts';
import { departmentCreateRequest, departmentUpdateRequest } from '../../src/contract/requests.ts';
import { addDepartment, findDepartment, isNameTaken, listDepartments, removeDepartment, renameDepartment } from '../db/departments.ts';
import { brokenConstraint } from '../db/dialect.ts';
import type { DepartmentRow, UserRow } from '../db/schema.ts';
import { scan } from '../db/scan.ts';
import { readBody } from '../http/body.ts';
import { endpoint } from '../http/endpoint.ts';
import { invalid } from '../http/failures.ts';
import { parseListQuery } from '../http/list-query.ts';
import { pageBody, pageWindow } from '../http/page.ts';
import type { Services } from '../services.ts';
import { departmentResponse } from './responses.ts';
import { found, rowId, rowPath } from './row.ts';

/** Endpoints 11 to 16. */
export function departmentRoutes(app: Hono, services: Services): void {
  const { db, settings, stamp } = services;

  // 11, 15, 16
  async function list({ url, signal }: Request, { company_id }: UserRow): Promise<Response> {
    const query = parseListQuery(url, departmentOrderingFields, settings.pageSize);
    const { count, rows } = await scan(signal, () => listDepartments(db, company_id, query, (total) => pageWindow(query, total)));
    return Response.json(pageBody(url, query, { count, rows: rows.map(departmentResponse) }));
  }

  // 12
  async function create(request: Request, me: UserRow): Promise<Response> {
    const { name } = await readBody(request, departmentCreateRequest);
    if (await isNameTaken(db, me.company_id, name, null)) throw nameTaken();
    const department = await unlessTaken(addDepartment(db, me.company_id, name, me.id, stamp()));
    return Response.json(departmentResponse(department), { status: 201 });
  }

  // 13
  async function update(request: Request, { company_id }: UserRow, id: number): Promise<Response> {
    found(await findDepartment(db, company_id, id));
    const { name } = await readBody(request, departmentUpdateRequest);
    if (name !== undefined && (await isNameTaken(db, company_id, name, id))) throw nameTaken();
    return Response.json(departmentResponse(found(await unlessTaken(renameDepartment(db, company_id, id, name, stamp())))));
  }

  // 14
  async function remove({ company_id }: UserRow, id: number): Promise<Response> {
    try {
      found((await removeDepartment(db, company_id, id)) || undefined);
    } catch (error) {
      if (brokenConstraint(error) !== 'foreign-key') throw error;
      throw invalid({ non_field_errors: ['This department still has members. Move them to another department or delete them first.'] });
    }
    return new Response(null, { status: 204 });
  }

  endpoint(app, services, '/api/departments/', {
    for: 'admins',
    methods: { GET: (c, me) => list(c.req.raw, me), POST: (c, me) => create(c.req.raw, me) },
  });
  endpoint(app, services, rowPath('/api/departments/'), {
    for: 'admins',
    methods: {
      PATCH: (c, me) => update(c.req.raw, me, rowId(c.req.param('id'))),
      DELETE: (c, me) => remove(me, rowId(c.req.param('id'))),
    },
  });
}

function nameTaken() {
  return invalid({ non_field_errors: ['The fields company, name must make a unique set.'] });
}

/** Waits for the write. When another request took the name after it was checked, the refusal is the one of the check. */
async function unlessTaken(writing: Promise<DepartmentRow>): Promise<DepartmentRow>;
async function unlessTaken(writing: Promise<DepartmentRow | undefined>): Promise<DepartmentRow | undefined>;
async function unlessTaken(writing: Promise<DepartmentRow | undefined>): Promise<DepartmentRow | undefined> {
  try {
    return await writing;
  } catch (error) {
    throw brokenConstraint(error) === 'unique' ? nameTaken() : error;
  }
}
