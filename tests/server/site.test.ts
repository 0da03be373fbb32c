import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFileOutbox } from '../../server/mail/file-outbox.ts';
import { createSite, type SiteParts } from '../../server/site/site.ts';
import { startListeningServer } from '../support/listening-server.ts';
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
    'index.html': page, 'index.html.br': brotliCompressSync(page), 'favicon.svg': '<svg/>', 'assets/app-1.js': script, 'assets/app-1.js.br': brotliCompressSync(script), 'assets/app-1.js.gz': gzipSync(script), 'assets/style-1.css': 'a{}',
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
  outbox?: SiteParts['outbox'];
  headersFile?: string;
  log?: (line: string) => void;
}

function siteOf({ outbox = null, headersFile = 'none', log = () => {} }: SiteOptions) {
  const api = new Hono().all('*', (c) => server.fetch(c.req.raw));
  return createSite({ api, spa: { directory: path.join(folder, 'dist'), headersFile: path.join(folder, headersFile) }, outbox, log });
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

  test.each(['/index.html.br', '/index.html%2Ebr', '/assets/app-1.js.br', '/assets/app-1.js.gz', '/assets/missing.js', '/assets/app-2.js', '/.env', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/%00.js', '/%E0%A4%A', '/.well-known/resource-that-should-not-exist'])(
    '%s is not there, and no page stands in for it',
    async (url) => {
      const answer = await get(url);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
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
  const outboxPath = '/outbox/a-key-that-nobody-guesses';
  const withOutbox = (name: string) => siteOf({ outbox: { path: outboxPath, directory: path.join(folder, name) } });

  beforeAll(async () => {
    const outbox = createFileOutbox(path.join(folder, 'outbox'), 'Company admin <no-reply@localhost>');
    await outbox.send({ to: 'old@example.com', subject: 'First', text: 'Hello' }, server.db);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await outbox.send({
      to: 'new@example.com', subject: 'Zweite — 二', text: `Hello <b>Zoë</b>,\n\nfollow http://localhost:8000/activate/MQ/${'a'.repeat(60)}-b?x=1&y="2\n\n<script>alert(1)</script>\n`,
    }, server.db);
  });

  test('has the newest first, as text, with its links', async () => {
    const response = await get(outboxPath, {}, withOutbox('outbox'));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await response.text();
    expect(text.indexOf('Zweite — 二')).toBeLessThan(text.indexOf('First'));
    expect(text).toContain(`<a href="http://localhost:8000/activate/MQ/${'a'.repeat(60)}-b?x=1&amp;y=" rel="noreferrer">`);
    expect(text).toContain('Hello &lt;b&gt;Zoë&lt;/b&gt;');
    expect(text).not.toContain('<script>');
  });

  test.each(['/outbox', '/outbox/', '/outbox/a-key', `${outboxPath}2`, outboxPath.toUpperCase(), '/outbox/*', '/outbox/:key'])('is not at %s', async (url) => {
    expect(await (await get(url, {}, withOutbox('outbox'))).text()).toBe(page);
  });

  test('does not get its key into the log', async () => {
    const lines: string[] = [];
    await get(outboxPath, {}, siteOf({ outbox: { path: outboxPath, directory: folder }, log: (line) => lines.push(line) }));
    expect(lines).toEqual([expect.stringContaining('GET /outbox/[hidden] 200')]);
  });

  test('says so when it is empty', async () => {
    expect(await (await get(outboxPath, {}, withOutbox('no-mail'))).text()).toContain('No emails yet');
  });
});

describe.each([
  ['no PUBLIC_URL', {}, true],
  ['PUBLIC_URL=http://localhost:5173', { PUBLIC_URL: 'http://localhost:5173' }, true],
  ['PUBLIC_URL=http://app.localhost', { PUBLIC_URL: 'http://app.localhost' }, true],
  ['PUBLIC_URL=http://127.8.9.1:8000', { PUBLIC_URL: 'http://127.8.9.1:8000' }, true],
  ['PUBLIC_URL=http://[::1]:8000', { PUBLIC_URL: 'http://[::1]:8000' }, true],
  ['PUBLIC_URL=https://app.example.com', { PUBLIC_URL: 'https://app.example.com' }, false],
  ['PUBLIC_URL=http://10.0.0.1', { PUBLIC_URL: 'http://10.0.0.1' }, false],
  ['PUBLIC_URL=https://localhost.example.com', { PUBLIC_URL: 'https://localhost.example.com' }, false],
  ['SMTP_URL', { SMTP_URL: 'smtp://127.0.0.1:1' }, false],
])('a server with %s', (_, settings, isOn) => {
  test(isOn ? 'has an outbox with a key in its URL' : 'has no outbox', async () => {
    const running = await startListeningServer({ settings });
    if (isOn) {
      expect(running.outboxUrl).toMatch(/^http:\/\/localhost:\d+\/outbox\/[\w-]{43}$/);
      expect(await (await fetch(running.outboxUrl ?? '')).text()).toContain('<h1>Outbox</h1>');
      expect(await (await fetch(new URL('/outbox', running.outboxUrl ?? ''))).text()).not.toContain('Outbox');
    } else expect(running.outboxUrl).toBeNull();
    await running.close();
  });
});
