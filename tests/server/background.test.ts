import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { createBackground } from '../../server/background.ts';
import { createAdmin } from '../support/factories.ts';
import { createTestServer, testOrigin, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

afterEach(() => server.close());

/** The same server, but its background only collects the work. */
function withHeldWork() {
  const held: (() => Promise<void>)[] = [];
  const app = createApp({
    db: server.db,
    mail: server.mail,
    background: { later: (work) => void held.push(work), settled: async () => {} },
    settings: { publicUrl: testOrigin, jwtSecret: 'a secret of the tests, long enough for HS256', accessTtl: 300, refreshTtl: 86_400, rotateRefresh: false, pageSize: 10, allowedOrigins: null },
  });
  const askForReset = (email: string) => app.request('/api/auth/users/reset_password/', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email }),
  });
  return { held, askForReset };
}

test('the response to a reset waits for no email, and is the same for a known and an unknown address', async () => {
  const { email } = await createAdmin(server.backend);
  for (const address of [email, 'nobody@example.com']) {
    const before = server.mail.sent.length;
    const { held, askForReset } = withHeldWork();
    const response = await askForReset(address);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(held).toHaveLength(1);
    expect(server.mail.sent).toHaveLength(before);
    await held[0]?.();
    expect(server.mail.sent).toHaveLength(address === email ? before + 1 : before);
  }
});

test('work starts after what called it, and whoever stops the server can wait for all of it', async () => {
  const background = createBackground(() => {});
  const order: string[] = [];
  background.later(async () => {
    order.push('first');
    background.later(async () => void order.push('second'));
  });
  await Promise.resolve();
  order.push('response');
  await background.settled();
  expect(order).toEqual(['response', 'first', 'second']);
});

test('work that fails is reported, and does not hold up the rest', async () => {
  const errors: unknown[] = [];
  const background = createBackground((error) => void errors.push(error));
  const disk = new Error('the disk is full');
  let done = false;
  background.later(() => Promise.reject(disk));
  background.later(async () => {
    done = true;
  });
  await background.settled();
  expect([errors, done]).toEqual([[disk], true]);
});
