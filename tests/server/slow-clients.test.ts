import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startListeningServer, type ListeningServer } from '../support/listening-server.ts';

let server: ListeningServer;

beforeAll(async () => {
  server = await startListeningServer();
});

afterAll(() => server.close());

/** A connection on which a request is sent bit by bit. */
async function connect() {
  const { hostname, port } = new URL(server.url);
  const socket = net.connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => (received += text));
  socket.on('error', () => {});
  await once(socket, 'connect');
  return { socket, received: () => received, status: () => Number(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1] ?? 0) };
}

const head = (length: number) => `POST /api/auth/jwt/create/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

describe.concurrent('a client that takes too long', () => {
  test.each([
    ['says nothing', ''], ['sends no complete head', 'POST /api/auth/jwt/create/ HTTP/1.1\r\nHost: '], ['sends no complete body', `${head(100)}{"email":`],
  ])('and %s is cut off', async (_, sent) => {
    const clients = await Promise.all(Array.from({ length: 20 }, () => connect()));
    const closed = clients.map(({ socket }) => once(socket, 'close'));
    for (const { socket } of clients) socket.write(sent);
    await Promise.all(closed);
    expect(clients.every(({ status }) => [0, 408].includes(status()))).toBe(true);
  }, 50_000);
});

test('unfinished bodies hold a bounded number of bytes; what is beyond gets a 503, and what has ended is free again', async () => {
  const size = 256 * 1024;
  const clients = await Promise.all(Array.from({ length: 300 }, () => connect()));
  for (const { socket } of clients) socket.write(head(size) + 'x'.repeat(size - 1));
  await expect.poll(() => clients.filter(({ status }) => status() === 503).length, { timeout: 10_000 }).toBeGreaterThan(150);
  const refused = clients.find(({ status }) => status() === 503);
  expect(refused?.received()).toMatch(/^Retry-After: \d+\r$/im);
  for (const { socket } of clients) socket.destroy();
  const logIn = () => fetch(`${server.url}/api/auth/jwt/create/`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"email":"a@b.co","password":"x"}' });
  await expect.poll(async () => (await logIn()).status, { timeout: 10_000 }).toBe(401);
});

test('log-ins beyond what can be hashed soon get a 503; those of clients that have left are not worked on, and other routes respond', async () => {
  const { hostname, port } = new URL(server.url);
  const body = '{"email":"nobody@example.com","password":"Blue-Harbor-42"}';
  const request = head(body.length) + body;
  const left = await Promise.all(Array.from({ length: 300 }, () => connect()));
  for (const { socket } of left) socket.write(request);
  const during = await fetch(`${server.url}/api/auth/users/me/`);
  expect(during.status).toBe(401);
  await expect.poll(() => left.filter(({ status }) => status() === 503).length).toBeGreaterThan(100);
  for (const { socket } of left) socket.destroy();
  const honest = await fetch(`http://${hostname}:${port}/api/auth/jwt/create/`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  expect(honest.status).toBe(401);
  await expect.poll(() => server.log.filter((line) => line.includes(' 499 ')).length).toBeGreaterThan(50);
});
