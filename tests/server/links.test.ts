import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAdmin, createDepartment, createMemberAccount, goodPassword } from '../support/factories.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
const email = 'grace@example.com';
const day = 86_400_000;

beforeEach(async () => {
  server = await createTestServer();
});

afterEach(() => server.close());

async function signUp() {
  await server.send('POST', '/api/auth/users/', {
    body: { email, first_name: 'Grace', last_name: 'Okafor', role: 'Admin', password: goodPassword, re_password: goodPassword },
  });
  return server.mail.to(email);
}

async function askForReset() {
  expect((await server.send('POST', '/api/auth/users/reset_password/', { body: { email } })).status).toBe(204);
  return server.mail.to(email);
}

const activate = ({ uid, token }: { uid: string; token: string }) => server.send('POST', '/api/auth/users/activation/', { body: { uid, token } });
const reset = ({ uid, token }: { uid: string; token: string }, password = 'Quiet_Meadow_77') => server.send('POST', '/api/auth/users/reset_password_confirm/', {
  body: { uid, token, new_password: password, re_new_password: password },
});
const logIn = async (password: string) => (await server.send('POST', '/api/auth/jwt/create/', { body: { email, password } })).status;
const badToken = { status: 400, body: { token: ['Invalid token for given user.'] } };

test('links lead to the pages of the app', async () => {
  const { path, subject, text } = await signUp();
  expect(path).toMatch(/^\/activate\/[\w-]+\/[0-9a-z]+-[0-9a-f]{32}$/);
  expect(subject).toBe('Activate your account');
  expect(text).toContain('Hello Grace');
  await activate(server.mail.to(email));
  expect((await askForReset()).path).toMatch(/^\/password\/reset\/confirm\/[\w-]+\/[0-9a-z]+-[0-9a-f]{32}$/);
});

describe('the name in an email', () => {
  async function greeting(first_name: string) {
    const body = { email, first_name, last_name: 'x', role: 'Admin', password: goodPassword, re_password: goodPassword };
    expect((await server.send('POST', '/api/auth/users/', { body })).status).toBe(201);
    return server.mail.to(email).text.split('\n')[0];
  }

  test.each(['Grace', 'Jean-Luc', 'O’Brien', "D'Arcy", 'Mary Ann', 'Dr. Zoë', 'Martin L.', 'Zoe\u0308', '美咲', 'أحمد', 'علی\u200cرضا', 'प्रिया', 'Gal·la', 'ジャン・リュック'])('is %j as it was typed', async (name) => {
    expect(await greeting(name)).toBe(`Hello ${name},`);
  });

  test('is on one line', async () => {
    expect(await greeting('Mary\n\t\u2028 Ann')).toBe('Hello Mary Ann,');
  });

  test.each([
    'Click https://evil.example/\n\nnow', 'Win a prize at evil.example/x', 'evil.example', 'EVIL.EXAMPLE', 'www.evil', 'grace@evil', 'mailto:grace', 'evil\u3002example', 'evil\uff0eexample',
    'evil\u2024example', 'evil\uff0fx', 'bücher.example', 'see evil.\u200dexample', 'call 0800 123', '١٢٣', 'javascript:x', '//evil', '<b>Grace', 'Grace, you won!', '[a](b)',
    '\u202eelpmaxe', 'Gr\u2066ace\u2069', 'Grace\u200f', 'Grace\u061c', 'Gr\u00adace', 'Grace\u200b', 'Gra\u0007ce', 'Grace \u{e0041}', '💰', '.', '...', ' . ',
  ])('is not %j', async (name) => {
    expect(await greeting(name)).toBe('Hello there,');
  });
});

test('an activation link is good for three days, and once used says so', async () => {
  const link = await signUp();
  server.clock.advance(3 * day - 5000);
  expect((await activate(link)).status).toBe(204);
  expect(await activate(link)).toMatchObject({ status: 403, body: { detail: 'Stale token for given user.' } });
  server.clock.advance(10_000);
  expect(await activate(link)).toMatchObject(badToken);
});

test('an activation link that was not used runs out', async () => {
  const link = await signUp();
  server.clock.advance(3 * day + 5000);
  expect(await activate(link)).toMatchObject(badToken);
  expect(await logIn(goodPassword)).toBe(401);
});

describe('an address that was signed up and never activated', () => {
  const taken = { status: 400, body: { email: ['user with this email address already exists.'] } };
  const again = (address = email) => server.send('POST', '/api/auth/users/', {
    body: { email: address, first_name: 'Ada', last_name: 'Abe', role: 'Admin', password: 'Quiet_Meadow_77', re_password: 'Quiet_Meadow_77' },
  });
  const rows = async () => [await server.db.selectFrom('users').select('first_name').execute(), await server.db.selectFrom('companies').select('id').execute()].map(({ length }) => length);

  test('is taken as long as its link works', async () => {
    const link = await signUp();
    server.clock.advance(3 * day - 5000);
    expect(await again()).toMatchObject(taken);
    expect((await activate(link)).status).toBe(204);
  });

  test.each([email, 'grace@EXAMPLE.com'])('is free when the link has expired, for %s, and starts afresh', async (address) => {
    const old = await signUp();
    server.clock.advance(3 * day + 5000);
    expect(await again(address)).toMatchObject({ status: 201, body: { first_name: 'Ada', email } });
    expect(await rows()).toEqual([1, 1]);
    expect((await activate(old)).status).toBe(400);
    expect((await activate(server.mail.to(email))).status).toBe(204);
    expect(await logIn(goodPassword)).toBe(401);
    expect(await logIn('Quiet_Meadow_77')).toBe(200);
  });

  test('can then also be added as a member', async () => {
    await signUp();
    server.clock.advance(3 * day + 5000);
    const admin = await createAdmin(server.backend);
    await createMemberAccount(admin, { email, password: goodPassword });
    expect(await logIn(goodPassword)).toBe(200);
  });

  test('is free again and again, one at a time', async () => {
    await signUp();
    server.clock.advance(3 * day + 5000);
    const responses = await Promise.all(Array.from({ length: 6 }, () => again()));
    expect(responses.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 400, 400, 400, 400, 400]);
    expect(await again()).toMatchObject(taken);
    expect(await rows()).toEqual([1, 1]);
  });

  test('is not free for a refused sign-up, which deletes nothing', async () => {
    await signUp();
    server.clock.advance(3 * day + 5000);
    expect((await server.send('POST', '/api/auth/users/', { body: { email, first_name: 'Ada', last_name: 'Abe', role: 'Admin', password: '12345678', re_password: '12345678' } })).status).toBe(400);
    expect(await rows()).toEqual([1, 1]);
  });
});

test.each(['admin', 'member'])('an %s whom an operator deactivated does not lapse, nor does the company', async (who) => {
  const admin = await createAdmin(server.backend, { email: who === 'admin' ? email : 'ada@example.com' });
  if (who === 'member') await createMemberAccount(admin, { email, password: goodPassword });
  await server.db.updateTable('users').set({ is_active: 0 }).where('email', '=', email).execute();
  server.clock.advance(400 * day);
  expect((await server.send('POST', '/api/auth/users/', {
    body: { email, first_name: 'Ada', last_name: 'Abe', role: 'Admin', password: 'Quiet_Meadow_77', re_password: 'Quiet_Meadow_77' },
  })).status).toBe(400);
  expect(await server.db.selectFrom('companies').select('id').execute()).toHaveLength(1);
});

test('an active account never lapses', async () => {
  await activate(await signUp());
  server.clock.advance(400 * day);
  expect((await server.send('POST', '/api/auth/users/', {
    body: { email, first_name: 'Ada', last_name: 'Abe', role: 'Admin', password: 'Quiet_Meadow_77', re_password: 'Quiet_Meadow_77' },
  })).status).toBe(400);
  expect(await logIn(goodPassword)).toBe(200);
});

test('a reset link is good until the password changes, in whatever way', async () => {
  await activate(await signUp());
  const [first, second] = [await askForReset(), await askForReset()];
  expect(await logIn(goodPassword)).toBe(200);
  expect((await reset(first)).status).toBe(204);
  expect(await logIn('Quiet_Meadow_77')).toBe(200);
  expect(await reset(first)).toMatchObject(badToken);
  expect(await reset(second)).toMatchObject(badToken);
});

test('a password change ends the activation link too', async () => {
  const link = await signUp();
  await activate(link);
  await reset(await askForReset());
  expect(await activate(link)).toMatchObject(badToken);
});

test('setting the same password again ends a link as well: its hash has another salt', async () => {
  await activate(await signUp());
  const link = await askForReset();
  expect((await reset(link, goodPassword)).status).toBe(204);
  expect(await reset(link, goodPassword)).toMatchObject(badToken);
});

test('a refused reset leaves link and password as they are', async () => {
  await activate(await signUp());
  const link = await askForReset();
  expect((await reset(link, '12345678')).status).toBe(400);
  expect(await logIn(goodPassword)).toBe(200);
  expect((await reset(link)).status).toBe(204);
});

test('a reset link runs out after three days', async () => {
  await activate(await signUp());
  const link = await askForReset();
  server.clock.advance(3 * day + 5000);
  expect(await reset(link)).toMatchObject(badToken);
});

test('an activation link does not reset a password, neither before nor after it was used', async () => {
  const link = await signUp();
  expect(await reset(link)).toMatchObject(badToken);
  await activate(link);
  expect(await reset(link)).toMatchObject(badToken);
  expect(await logIn(goodPassword)).toBe(200);
});

test('a link that comes with a change of the profile does not reset a password either', async () => {
  const admin = await createAdmin(server.backend);
  expect((await server.send('PATCH', '/api/auth/users/me/', { as: admin, body: { first_name: 'Ada' } })).status).toBe(200);
  expect(await reset(server.mail.to(admin.email))).toMatchObject(badToken);
});

test('a reset link does not activate an account', async () => {
  await activate(await signUp());
  const link = await askForReset();
  // Deactivated by whoever runs the server: the link in the inbox must not undo that.
  await server.db.updateTable('users').set({ is_active: 0 }).where('email', '=', email).execute();
  expect(await activate(link)).toMatchObject(badToken);
  expect(await logIn(goodPassword)).toBe(401);
});

test('one’s link is not another’s', async () => {
  const mine = await signUp();
  const other = await createAdmin(server.backend);
  const theirs = server.mail.to(other.email);
  expect(await activate({ uid: theirs.uid, token: mine.token })).toMatchObject(badToken);
  expect(await activate({ uid: mine.uid, token: theirs.token })).toMatchObject(badToken);
});

test.each(['', '-', '--', 'x', 'abc-', '-abc', 'zzzzzzzz-00000000000000000000000000000000', '\u00e9-\u00e9', '0-0', 'TOKEN0', 'TOKEN ', ' TOKEN'])('the token %j is none', async (text) => {
  const { uid, token } = await signUp();
  expect((await activate({ uid, token: text.replace('TOKEN', token) })).status).toBe(400);
});

test.each(['zzz', '!!!', 'LTE', 'MA', 'MS41', '====', 'x'.repeat(4000), 'MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw', '\u0000', 'é'])('the uid %j is nobody', async (uid) => {
  const { token } = await signUp();
  const answer = await activate({ uid, token });
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body as object)).toEqual(['uid']);
});

test.each([5, true, null, ['x'], {}])('a uid or token of %j is refused', async (value) => {
  const { uid, token } = await signUp();
  for (const body of [{ uid: value, token }, { uid, token: value }]) expect((await server.send('POST', '/api/auth/users/activation/', { body })).status).toBe(400);
});

test.each(['by its owner', 'by a reset link'])('a password that is changed %s is announced to the owner', async (how) => {
  const admin = await createAdmin(server.backend, { email });
  const change = { new_password: 'Quiet_Meadow_77', re_new_password: 'Quiet_Meadow_77' };
  const response = how === 'by a reset link' ? await reset(await askForReset())
    : await server.send('POST', '/api/auth/users/set_password/', { as: admin, body: { ...change, current_password: goodPassword } });
  expect(response.status).toBe(204);
  expect(server.mail.to(email)).toMatchObject({ subject: 'Your password was changed', path: '/password/reset' });
});

test('a password that could not be announced is not changed', async () => {
  const failing = await createTestServer({ onError: () => {} });
  const admin = await createAdmin(failing.backend);
  failing.mail.send = () => Promise.reject(new Error('the disk is full'));
  const body = { current_password: goodPassword, new_password: 'Quiet_Meadow_77', re_new_password: 'Quiet_Meadow_77' };
  expect((await failing.send('POST', '/api/auth/users/set_password/', { as: admin, body })).status).toBe(500);
  expect((await failing.send('POST', '/api/auth/jwt/create/', { body: { email: admin.email, password: goodPassword } })).status).toBe(200);
  await failing.close();
});

test('a refused password is not announced', async () => {
  const admin = await createAdmin(server.backend, { email });
  const before = server.mail.sent.length;
  const body = { current_password: 'Wrong-Horse-1', new_password: 'Quiet_Meadow_77', re_new_password: 'Quiet_Meadow_77' };
  expect((await server.send('POST', '/api/auth/users/set_password/', { as: admin, body })).status).toBe(400);
  expect(server.mail.sent).toHaveLength(before);
});

test('nothing is mailed to who is unknown, not active, or a member just added', async () => {
  await signUp();
  const sent = server.mail.sent.length;
  await askForReset();
  expect((await server.send('POST', '/api/auth/users/reset_password/', { body: { email: 'nobody@example.com' } })).status).toBe(204);
  expect((await server.send('POST', '/api/auth/users/reset_password/', { body: { email: 'Grace@example.com' } })).status).toBe(204);
  expect(server.mail.sent).toHaveLength(sent);
  const admin = await createAdmin(server.backend);
  const before = server.mail.sent.length;
  await createMemberAccount(admin, { departmentId: (await createDepartment(admin, 'Sales')).id });
  expect(server.mail.sent).toHaveLength(before);
});

test('a sign-up whose mail cannot be taken leaves nothing behind', async () => {
  const failing = await createTestServer({ onError: () => {} });
  failing.mail.send = async () => {
    throw new Error('the disk is full');
  };
  const body = { email, first_name: 'Grace', last_name: 'Okafor', role: 'Admin', password: goodPassword, re_password: goodPassword };
  expect((await failing.send('POST', '/api/auth/users/', { body })).status).toBe(500);
  expect(await failing.db.selectFrom('users').selectAll().execute()).toEqual([]);
  expect(await failing.db.selectFrom('companies').selectAll().execute()).toEqual([]);
  await failing.close();
});
