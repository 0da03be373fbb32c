import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFileOutbox } from '../../server/mail/file-outbox.ts';
import { createSite } from '../../server/site/site.ts';
import { mangledLinks, secretToken } from '../support/mangled-links.ts';
import { createTestServer, type TestServer } from '../support/server.ts';

let folder: string;
let server: TestServer;
let site: ReturnType<typeof createSite>;
const page = '<!doctype html><title>App</title>';
const script = 'console.log("app");'.repeat(50);

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'site-'));
  mkdirSync(path.join(folder, 'dist/assets'), { recursive: true });
  const files: Record<string, string | Buffer> = {
    'index.html': page, 'favicon.svg': '<svg/>', 'assets/app-1.js': script, 'assets/app-1.js.br': brotliCompressSync(script), 'assets/app-1.js.gz': gzipSync(script), 'assets/style-1.css': 'a{}',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, 'dist', name), text);
  writeFileSync(path.join(folder, 'secret.txt'), 'outside');
  server = await createTestServer();
  site = siteOf({});
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface SiteOptions {
  outboxDir?: string | null;
  headersFile?: string;
  log?: (line: string) => void;
}

function siteOf({ outboxDir = path.join(folder, 'outbox'), headersFile = 'none', log = () => {} }: SiteOptions) {
  const api = new Hono().all('*', (c) => server.fetch(c.req.raw));
  return createSite({ api, spa: { directory: path.join(folder, 'dist'), headersFile: path.join(folder, headersFile) }, outboxDir, log });
}

const get = (url: string, headers: Record<string, string> = {}, of = site) => of.request(`http://localhost${url}`, { headers });

describe('the built app', () => {
  test.each(['/', '/login', '/teams/5/edit', '/activate/MQ/abc-def', '/no/such/page', '/a.b', '/teams/v1.2/edit', '/robots.txt', '/%2e%2e/secret.txt', '/index.html'])('%s is its page', async (url) => {
    const answer = await get(url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(page);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'.*require-trusted-types-for 'script'/);
  });

  test.each(mangledLinks)('an emailed link that arrives as %s is its page, and the log has no word of it', async (url) => {
    const lines: string[] = [];
    const answer = await get(url, {}, siteOf({ log: (line) => lines.push(line) }));
    expect([answer.status, await answer.text()]).toEqual([200, page]);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(secretToken);
  });

  test('an asset is kept for ever, compressed as the browser takes it', async () => {
    for (const [accept, encoding] of [['gzip, deflate, br', 'br'], ['gzip;q=0.5', 'gzip'], ['br;q=0, gzip', 'gzip'], ['', null], ['identity', null]] as const) {
      const answer = await get('/assets/app-1.js', { 'Accept-Encoding': accept });
      expect(answer.headers.get('content-encoding'), accept).toBe(encoding);
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (encoding === 'br') expect(brotliDecompressSync(bytes).toString()).toBe(script);
      if (encoding === null) expect(bytes.toString()).toBe(script);
    }
    expect((await get('/assets/style-1.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  test.each(['/assets/missing.js', '/assets/app-2.js', '/.env', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/%00.js', '/%E0%A4%A', '/.well-known/resource-that-should-not-exist'])(
    '%s is not there, and no page stands in for it',
    async (url) => {
      const answer = await get(url);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    },
  );

  test('HEAD is GET without the body; other methods are not for pages', async () => {
    const head = await site.request('http://localhost/login', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(page.length), '']);
    expect((await site.request('http://localhost/login', { method: 'POST' })).status).toBe(405);
  });

  test('the headers are those that the build left', async () => {
    const headers = { html: { 'Content-Security-Policy': 'built' }, assets: { 'X-Built': 'asset' }, files: { 'X-Built': 'file' } };
    writeFileSync(path.join(folder, 'headers.json'), JSON.stringify(headers));
    const built = siteOf({ headersFile: 'headers.json' });
    expect((await get('/', {}, built)).headers.get('content-security-policy')).toBe('built');
    expect((await get('/assets/app-1.js', {}, built)).headers.get('x-built')).toBe('asset');
    expect((await get('/favicon.svg', {}, built)).headers.get('x-built')).toBe('file');
  });

  test('the API never falls into it', async () => {
    for (const url of ['/api', '/api/', '/api/nothing', '/api/nothing/', '/api/app.js']) {
      const answer = await get(url);
      expect(answer.status, url).toBe(404);
      expect(await answer.text(), url).toContain('<h1>Not Found</h1>');
    }
  });

  test('password managers are shown where to change a password', async () => {
    const answer = await get('/.well-known/change-password');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/profile/password']);
  });
});

describe('the outbox', () => {
  const peer = (remoteAddress: string, headers: Record<string, string> = {}, host = 'localhost:8000', of = site) => of.request('/outbox', { headers: { Host: host, ...headers } }, {
    // Of the request to Node only its peer is looked at.
    incoming: { socket: { remoteAddress } } as HttpBindings['incoming'],
  });

  beforeAll(async () => {
    const outbox = createFileOutbox(path.join(folder, 'outbox'), 'Company admin <no-reply@localhost>');
    await outbox.send({ to: 'old@example.com', subject: 'First', text: 'Hello' }, server.db);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await outbox.send({
      to: 'new@example.com', subject: 'Zweite — 二', text: `Hello <b>Zoë</b>,\n\nfollow http://localhost:8000/activate/MQ/${'a'.repeat(60)}-b?x=1&y="2\n\n<script>alert(1)</script>\n`,
    }, server.db);
  });

  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.8.9.1'])('is shown to %s', async (address) => {
    const answer = await peer(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('has the newest first, as text, with its links', async () => {
    const text = await (await peer('127.0.0.1')).text();
    expect(text.indexOf('Zweite — 二')).toBeLessThan(text.indexOf('First'));
    expect(text).toContain(`<a href="http://localhost:8000/activate/MQ/${'a'.repeat(60)}-b?x=1&amp;y=" rel="noreferrer">`);
    expect(text).toContain('Hello &lt;b&gt;Zoë&lt;/b&gt;');
    expect(text).not.toContain('<script>');
  });

  test.each(['192.168.1.5', '10.0.0.1', '8.8.8.8', 'fe80::1', '::ffff:10.0.0.1', '', '1127.0.0.1'])('is not shown to %s', async (address) => {
    const answer = await peer(address);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('activate');
  });

  test('is not shown to a stranger who says to be from here', async () => {
    for (const name of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded']) expect((await peer('10.0.0.1', { [name]: '127.0.0.1' })).status).toBe(403);
  });

  test('is not shown through a proxy, nor to a page whose own name leads here', async () => {
    for (const name of ['X-Forwarded-For', 'Via', 'X-Forwarded-Host']) expect((await peer('127.0.0.1', { [name]: '10.0.0.1' })).status).toBe(403);
    for (const host of ['evil.example', 'localhost.evil.example:8000', 'evil.example:127']) expect((await peer('127.0.0.1', {}, host)).status).toBe(403);
  });

  test('is not there when mail is really sent', async () => {
    const answer = await peer('127.0.0.1', {}, 'localhost', siteOf({ outboxDir: null }));
    expect(await answer.text()).toBe(page);
  });

  test('says so when it is empty', async () => {
    expect(await (await peer('127.0.0.1', {}, 'localhost', siteOf({ outboxDir: path.join(folder, 'no-mail') }))).text()).toContain('No emails yet');
  });
});
