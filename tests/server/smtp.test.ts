import net from 'node:net';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSmtpMail, type SmtpMail } from '../../server/mail/smtp.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

/** A mail server that keeps what it is given, except where it is told to fail. */
async function startMailServer(port = 0) {
  const messages: string[] = [];
  const state = {
    refuse: 0,
    /** The reply to RCPT TO, or to MAIL FROM, for addresses that contain the key. */
    replies: new Map<string, string>(),
    /** Parts of addresses on which it never replies. */
    hangsOn: new Set<string>(),
    /** How often it ends the connection where it would confirm the message. */
    diesAfterData: 0,
  };
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    let buffer = '';
    let isData = false;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write('220 mail\r\n');
    socket.setEncoding('utf8').on('data', (text: string) => {
      buffer += text;
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        if (isData) {
          const stop = buffer.indexOf('\r\n.\r\n');
          if (stop < 0) return;
          if (state.diesAfterData > 0) {
            state.diesAfterData -= 1;
            return void socket.destroy();
          }
          messages.push(buffer.slice(0, stop));
          buffer = buffer.slice(stop + 5);
          isData = false;
          socket.write('250 taken\r\n');
          continue;
        }
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        socket.write(reply(line));
      }
    });
    function reply(line: string): string {
      if (/^EHLO/i.test(line)) return '250 mail\r\n';
      if ([...state.hangsOn].some((part) => line.includes(part))) return '';
      for (const [part, reply] of state.replies) if (line.includes(part)) return reply;
      if (/^RCPT/i.test(line) && state.refuse > 0) {
        state.refuse -= 1;
        return '451 later\r\n';
      }
      if (/^DATA/i.test(line)) {
        isData = true;
        return '354 go on\r\n';
      }
      return '250 fine\r\n';
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actual } = server.address() as net.AddressInfo;
  return { url: `smtp://127.0.0.1:${actual}`, messages, state, close: () => new Promise((resolve) => {
    for (const socket of sockets) socket.destroy();
    server.close(resolve);
  }) };
}

let server: TestServer;
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let mail: SmtpMail;
const log: string[] = [];

beforeEach(async () => {
  server = await createTestServer();
  mailServer = await startMailServer();
  log.length = 0;
  mail = createSmtpMail({ db: server.db, url: mailServer.url, from: 'App <app@example.com>', clock: () => server.clock.now(), log: (line) => void log.push(line) });
});

afterEach(async () => {
  await mail.stop();
  await mailServer.close();
  await server.close();
});

const message = { to: 'grace@example.com', subject: 'Activate', text: 'Follow http://localhost/activate/MQ/secret-token' };
const queued = () => server.db.selectFrom('mail_queue').selectAll().execute();

test('a message is delivered, from whom it should be, and forgotten', async () => {
  mail.start();
  await mail.send(message, server.db);
  await expect.poll(() => mailServer.messages.length).toBe(1);
  expect(mailServer.messages[0]).toMatch(/^From: App <app@example.com>\r\nTo: grace@example.com\r\nSubject: Activate\r\n/m);
  await expect.poll(queued).toEqual([]);
});

test('one that the mail server will not have yet is tried again, later', async () => {
  mailServer.state.refuse = 1;
  mail.start();
  await mail.send(message, server.db);
  await expect.poll(() => log.length).toBe(1);
  expect(log[0]).toContain('attempt 1');
  expect(log[0]).not.toContain('secret-token');
  expect(mailServer.messages).toEqual([]);
  server.clock.advance(60_000);
  await expect.poll(() => mailServer.messages.length, { timeout: 10_000 }).toBe(1);
  await expect.poll(queued).toEqual([]);
});

test('what was taken before a crash is delivered by the next process', async () => {
  await mail.send(message, server.db);
  expect(await queued()).toHaveLength(1);
  mail.start();
  await expect.poll(() => mailServer.messages.length).toBe(1);
});

test('a message of a transaction that was undone is never sent', async () => {
  await server.db.transaction().execute(async (trx) => {
    await mail.send(message, trx);
    throw new Error('undone');
  }).catch(() => {});
  mail.start();
  await mail.send({ ...message, subject: 'Second' }, server.db);
  await expect.poll(() => mailServer.messages.length).toBe(1);
  expect(mailServer.messages[0]).toContain('Subject: Second');
});

test('a message is given up after many attempts', async () => {
  mailServer.state.refuse = 1000;
  await mail.send(message, server.db);
  await server.db.updateTable('mail_queue').set({ attempts: 15 }).execute();
  mail.start();
  await expect.poll(queued).toEqual([]);
  expect(mailServer.messages).toEqual([]);
});

test('one that is refused for good is not tried again', async () => {
  mailServer.state.replies.set('RCPT TO', '550 no such user\r\n');
  mail.start();
  await mail.send(message, server.db);
  await expect.poll(queued).toEqual([]);
  expect(log).toEqual([expect.stringContaining('dropped, attempt 1: Can')]);
  expect(mailServer.messages).toEqual([]);
});

test('one whose sender is refused, which is a mistake in the settings, is kept', async () => {
  mailServer.state.replies.set('MAIL FROM', '550 not with this sender\r\n');
  mail.start();
  await mail.send(message, server.db);
  await expect.poll(() => log.length).toBe(1);
  mailServer.state.replies.clear();
  server.clock.advance(60_000);
  await expect.poll(() => mailServer.messages.length, { timeout: 10_000 }).toBe(1);
});

test('one on which the mail server hangs holds up no other', async () => {
  mailServer.state.hangsOn.add('hangs@');
  mail.start();
  for (const to of ['hangs@example.com', 'hangs@example.org', ...Array.from({ length: 20 }, (_, index) => `person-${index}@example.com`)]) await mail.send({ ...message, to }, server.db);
  await expect.poll(() => mailServer.messages.length).toBe(20);
  expect(await queued()).toHaveLength(2);
  // Otherwise stopping waits for them.
  await mailServer.close();
});

test('one after which the mail server dies, before it has confirmed it, is sent again', async () => {
  mailServer.state.diesAfterData = 1;
  mail.start();
  await mail.send(message, server.db);
  await expect.poll(() => log.length).toBe(1);
  server.clock.advance(60_000);
  await expect.poll(() => mailServer.messages.length, { timeout: 10_000 }).toBe(1);
  await expect.poll(queued).toEqual([]);
});

test('what was accepted while the mail server was down is delivered once it is up again, by the same process', async () => {
  await mailServer.close();
  mail.start();
  for (let index = 0; index < 3; index += 1) await mail.send({ ...message, to: `down-${index}@example.com` }, server.db);
  await expect.poll(() => log.length).toBe(3);
  mailServer = await startMailServer(Number(new URL(mailServer.url).port));
  server.clock.advance(60_000);
  await expect.poll(() => mailServer.messages.length, { timeout: 10_000 }).toBe(3);
});

test.each([
  ['cannot be read', 'update', []],
  ['does not record a delivery', 'delete', ['mail: the queue is not available: the disk is gone']],
])('a database that %s for a while ends nothing, and no message is sent twice', async (_, operation, lines) => {
  await mail.send(message, server.db);
  await sql.raw(`create trigger broken before ${operation} on mail_queue begin select raise(abort, 'the disk is gone'); end`).execute(server.db);
  mail.start();
  await expect.poll(() => log).toEqual(expect.arrayContaining(['mail: the queue is not available: the disk is gone']));
  await sql`drop trigger broken`.execute(server.db);
  await expect.poll(queued, { timeout: 10_000 }).toEqual([]);
  expect(mailServer.messages).toHaveLength(1);
  expect(log).toEqual(expect.arrayContaining(lines));
});

test('two processes send a message once', async () => {
  const other = createSmtpMail({ db: server.db, url: mailServer.url, from: 'App <app@example.com>', clock: () => server.clock.now(), log: () => {} });
  for (let index = 0; index < 10; index += 1) await mail.send({ ...message, subject: `Number ${index}` }, server.db);
  mail.start();
  other.start();
  await expect.poll(queued).toEqual([]);
  const subjects = mailServer.messages.map((text) => /Subject: (.*)/.exec(text)?.[1]?.trim());
  expect(subjects).toHaveLength(10);
  expect(new Set(subjects)).toEqual(new Set(Array.from({ length: 10 }, (_, index) => `Number ${index}`)));
  await other.stop();
});

test('an address can hold no second one, and a subject no header', async () => {
  mail.start();
  await mail.send({ to: '"a, b"@example.com', subject: 'One\r\nBcc: evil@example.com', text: 'x' }, server.db);
  await expect.poll(() => mailServer.messages.length).toBe(1);
  expect(mailServer.messages[0]).not.toMatch(/^Bcc:/m);
});
