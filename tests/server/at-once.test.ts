import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { startListeningServer, type ListeningServer } from '../support/listening-server.ts';
import { createAdmin, createDepartment, createMemberAccount, goodPassword } from '../support/factories.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

const person = { first_name: 'Ada', last_name: 'Abe', password: goodPassword };
const signUp = (email: string) => ({ ...person, email, role: 'Admin', re_password: goodPassword });

/** The answers' statuses, lowest first. */
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort((one, other) => one - other);

describe.each(databases)('requests at once, on $database', ({ url }) => {
  describe.skipIf(url === undefined)('to one server', () => {
    let server: TestServer;

    beforeAll(async () => {
      server = await createTestServer({ postgres: url });
    });

    afterAll(() => server.close());

    test('of many that add the same department, one does', async () => {
      const admin = await createAdmin(server.backend);
      const answers = await Promise.all(Array.from({ length: 12 }, () => server.send('POST', '/api/departments/', { as: admin, body: { name: 'Sales' } })));
      expect(statuses(answers)).toEqual([201, ...Array<number>(11).fill(400)]);
      for (const { status, body } of answers) {
        if (status === 400) expect(body).toEqual({ non_field_errors: ['The fields company, name must make a unique set.'] });
      }
      expect((await server.send('GET', '/api/departments/', { as: admin })).body).toMatchObject({ count: 1 });
    });

    test('of many that sign up with the same address, one does, and makes one company', async () => {
      const companies = () => server.db.selectFrom('companies').select('id').execute();
      const before = (await companies()).length;
      const answers = await Promise.all(Array.from({ length: 8 }, () => server.send('POST', '/api/auth/users/', { body: signUp('same@example.com') })));
      expect(statuses(answers)).toEqual([201, ...Array<number>(7).fill(400)]);
      for (const { status, body } of answers) {
        if (status === 400) expect([['Unable to create account.'], { email: ['user with this email address already exists.'] }]).toContainEqual(body);
      }
      expect(await companies()).toHaveLength(before + 1);
      expect(server.mail.sent.filter(({ to }) => to === 'same@example.com').length).toBeGreaterThan(0);
    });

    test('of many that add the same member, from two companies, one does', async () => {
      const admins = [await createAdmin(server.backend), await createAdmin(server.backend)];
      const departments = await Promise.all(admins.map(async (admin) => (await createDepartment(admin, 'Sales')).id));
      const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => server.send('POST', '/api/myTeams/', {
        as: admins[index % 2], body: { ...person, email: 'wanted@example.com', department: departments[index % 2] },
      })));
      expect(statuses(answers)).toEqual([201, ...Array<number>(7).fill(400)]);
    });

    test('of many that rename two departments alike, one does', async () => {
      const admin = await createAdmin(server.backend);
      const ids = await Promise.all(['A', 'B', 'C'].map(async (name) => (await createDepartment(admin, name)).id));
      const answers = await Promise.all(ids.map((id) => server.send('PATCH', `/api/departments/${id}/`, { as: admin, body: { name: 'Same' } })));
      expect(statuses(answers)).toEqual([200, 400, 400]);
    });

    test('a department is not deleted under a member who is just being added to it', async () => {
      const admin = await createAdmin(server.backend);
      for (let round = 0; round < 5; round += 1) {
        const { id } = await createDepartment(admin, `Round ${round}`);
        const [adding, deleting] = await Promise.all([
          server.send('POST', '/api/myTeams/', { as: admin, body: { ...person, email: `round-${round}@example.com`, department: id } }),
          server.send('DELETE', `/api/departments/${id}/`, { as: admin }),
        ]);
        expect([[201, 400], [400, 204]]).toContainEqual([adding.status, deleting.status]);
        if (adding.status === 400) expect(adding.body).toEqual({ department: [`Invalid pk "${id}" - object does not exist.`] });
      }
    });

    test('changes of different fields at once are all kept, and found', async () => {
      const admin = await createAdmin(server.backend);
      const member = await createMemberAccount(admin, { departmentId: (await createDepartment(admin, 'Sales')).id });
      await Promise.all([
        server.send('PATCH', `/api/myTeams/${member.id}/`, { as: admin, body: { first_name: 'Zaphod' } }),
        server.send('PATCH', '/api/auth/users/me/', { as: member, body: { last_name: 'Beeblebrox' } }),
      ]);
      expect((await server.send('GET', '/api/myTeams/?search=zaphod+beeblebrox', { as: admin })).body).toMatchObject({
        results: [{ first_name: 'Zaphod', last_name: 'Beeblebrox' }],
      });
    });

    test('a reset link that is followed many times at once sets one password', async () => {
      const admin = await createAdmin(server.backend);
      await server.send('POST', '/api/auth/users/reset_password/', { body: { email: admin.email } });
      const { uid, token } = server.mail.to(admin.email);
      const passwords = ['Quiet_Meadow_1', 'Quiet_Meadow_2', 'Quiet_Meadow_3', 'Quiet_Meadow_4'];
      const answers = await Promise.all(passwords.map((password) => server.send('POST', '/api/auth/users/reset_password_confirm/', {
        body: { uid, token, new_password: password, re_new_password: password },
      })));
      expect(statuses(answers)).toEqual([204, 400, 400, 400]);
      const winner = passwords[answers.findIndex(({ status }) => status === 204)];
      expect((await server.send('POST', '/api/auth/jwt/create/', { body: { email: admin.email, password: winner } })).status).toBe(200);
    });

    test('of many password changes with the same current password, one wins, and one is announced', async () => {
      const admin = await createAdmin(server.backend);
      const announced = () => server.mail.sent.filter(({ to, subject }) => to === admin.email && subject === 'Your password was changed').length;
      const passwords = ['Quiet_Meadow_1', 'Quiet_Meadow_2', 'Quiet_Meadow_3', 'Quiet_Meadow_4'];
      const responses = await Promise.all(passwords.map((password) => server.send('POST', '/api/auth/users/set_password/', {
        as: admin, body: { current_password: goodPassword, new_password: password, re_new_password: password },
      })));
      expect(statuses(responses)).toEqual([204, 400, 400, 400]);
      for (const { status, body } of responses) if (status === 400) expect(body).toEqual({ current_password: ['Invalid password.'] });
      const winner = passwords[responses.findIndex(({ status }) => status === 204)];
      expect((await server.send('POST', '/api/auth/jwt/create/', { body: { email: admin.email, password: winner } })).status).toBe(200);
      expect(announced()).toBe(1);
    });

    test('with rotation, of many that refresh with one token, one gets new ones', async () => {
      const rotating = await createTestServer({ postgres: url, settings: { rotateRefresh: true } });
      const { refresh } = await createAdmin(rotating.backend);
      const answers = await Promise.all(Array.from({ length: 6 }, () => rotating.send('POST', '/api/auth/jwt/refresh/', { body: { refresh } })));
      expect(statuses(answers)).toEqual([200, ...Array<number>(5).fill(401)]);
      for (const { status, body } of answers) if (status === 401) expect(body).toEqual({ detail: 'Token is blacklisted', code: 'token_not_valid' });
      await rotating.close();
    });
  });

  describe.skipIf(url === undefined)('to a server with threads', () => {
    let server: ListeningServer;

    beforeAll(async () => {
      server = await startListeningServer({ postgres: url });
    });

    afterAll(() => server.close());

    test('one of two sign-ups with one address succeeds, thirty others beside it do too', async () => {
      const emails = ['twice@example.com', 'twice@example.com', ...Array.from({ length: 30 }, (_, index) => `crowd-${index}@example.com`)];
      const answers = await Promise.all(emails.map((email) => fetch(`${server.url}/api/auth/users/`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(signUp(email)),
      })));
      expect(statuses(answers)).toEqual([...Array<number>(31).fill(201), 400]);
    });
  });
});
