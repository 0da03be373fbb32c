import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { createAdmin, createDepartment, createMemberAccount, type Account } from '../support/factories.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

describe.each(databases)('two companies on $database', ({ url }) => {
  describe.skipIf(url === undefined)('never meet', () => {
    let server: TestServer;
    let ours: Account;
    let theirs: Account;
    let ourDepartment: string;
    let theirDepartment: string;
    let ourMember: Account;
    let theirMember: Account;

    beforeAll(async () => {
      server = await createTestServer({ postgres: url });
      [ours, theirs] = [await createAdmin(server.backend), await createAdmin(server.backend)];
      ourDepartment = (await createDepartment(ours, 'Sales')).id;
      theirDepartment = (await createDepartment(theirs, 'Secret plans')).id;
      ourMember = await createMemberAccount(ours, { departmentId: ourDepartment });
      theirMember = await createMemberAccount(theirs, { departmentId: theirDepartment, firstName: 'Secret' });
    });

    afterAll(() => server.close());

    const theirView = async () => [
      (await server.send('GET', '/api/departments/', { as: theirs })).body,
      (await server.send('GET', '/api/myTeams/', { as: theirs })).body,
    ];

    test.each(['', '?search=secret', '?search=e', '?ordering=-id', '?page_size=100', '?company=1', '?search=secret&search=sales'])('lists %s hold our rows alone', async (query) => {
      for (const list of ['departments', 'myTeams']) {
        const { body } = await server.send('GET', `/api/${list}/${query}`, { as: ours });
        expect(JSON.stringify(body)).not.toContain('Secret');
        expect(JSON.stringify(body)).not.toContain(theirMember.email);
      }
    });

    test('their rows are not there to change or delete', async () => {
      const before = await theirView();
      const tries = [
        server.send('PATCH', `/api/departments/${theirDepartment}/`, { as: ours, body: { name: 'Ours' } }),
        server.send('DELETE', `/api/departments/${theirDepartment}/`, { as: ours }),
        server.send('PATCH', `/api/myTeams/${theirMember.id}/`, { as: ours, body: { first_name: 'Ours', department: ourDepartment } }),
        server.send('DELETE', `/api/myTeams/${theirMember.id}/`, { as: ours }),
        server.send('PATCH', `/api/myTeams/${theirs.id}/`, { as: ours, body: { first_name: 'Ours' } }),
        server.send('DELETE', `/api/myTeams/${theirs.id}/`, { as: ours }),
      ];
      for (const answer of await Promise.all(tries)) expect(answer).toMatchObject({ status: 404, body: { detail: 'Not found.' } });
      expect(await theirView()).toEqual(before);
    });

    test('our members cannot be put into their department', async () => {
      const refusal = { status: 400, body: { department: [`Invalid pk "${theirDepartment}" - object does not exist.`] } };
      expect(await server.send('PATCH', `/api/myTeams/${ourMember.id}/`, { as: ours, body: { first_name: 'Half', department: theirDepartment } })).toMatchObject(refusal);
      expect(await server.send('POST', '/api/myTeams/', {
        as: ours, body: { email: 'spy@example.com', first_name: 'Ada', last_name: 'Abe', department: theirDepartment, password: 'Quiet_Meadow_77' },
      })).toMatchObject(refusal);
      expect((await server.send('GET', '/api/myTeams/', { as: ours })).body).toMatchObject({ count: 1, results: [{ first_name: ourMember.firstName }] });
    });

    test('a body cannot say which company, who added it, or which role', async () => {
      const { body } = await server.send('POST', '/api/departments/', { as: ours, body: { name: 'Mine', company: 2, added_by: theirs.id, id: 1, created_at: 'x' } });
      expect(body).toMatchObject({ name: 'Mine', added_by: Number(ours.id) });
      await server.send('PATCH', `/api/myTeams/${ourMember.id}/`, { as: ours, body: { role: 'Admin', email: 'other@example.com', password: 'x', is_active: false } });
      await server.send('PATCH', '/api/auth/users/me/', { as: ourMember, body: { role: 'Admin', department: theirDepartment } });
      expect((await server.send('GET', '/api/myTeams/', { as: ours })).body).toMatchObject({ results: [{ role: 'Employee', email: ourMember.email, department: Number(ourDepartment) }] });
    });

    test('a member sees neither list, not even of the own company', async () => {
      for (const [method, path] of [['GET', 'departments/'], ['GET', 'myTeams/'], ['POST', 'departments/'], ['DELETE', `departments/${ourDepartment}/`], ['PATCH', 'myTeams/999999/'], ['DELETE', 'departments/']] as const) {
        expect(await server.send(method, `/api/${path}`, { as: ourMember })).toMatchObject({ status: 403, body: { detail: 'You do not have permission to perform this action.' } });
      }
    });
  });
});
