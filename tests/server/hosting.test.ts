import { readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfStale } from '../../scripts/build-if-stale.ts';
import { findHost, startCaddy, startNginx, type Host } from '../support/hosts.ts';
import { mangledLinks, secretToken } from '../support/mangled-links.ts';

/** The samples for static hosting, with the build as it is shipped. */
const hosts = [
  { name: 'nginx', program: findHost('nginx'), start: startNginx },
  { name: 'Caddy', program: findHost('caddy'), start: startCaddy },
];

describe.each(hosts)('$name', ({ program, start }) => {
  describe.skipIf(program === null)('with the sample', () => {
    let host: Host;
    let script = '';
    let style: string | undefined;

    beforeAll(async () => {
      buildIfStale();
      const assets = readdirSync('dist/assets');
      script = `/assets/${assets.find((name) => name.endsWith('.js')) ?? ''}`;
      style = assets.find((name) => name.endsWith('.css'));
      host = await start(program ?? '');
    });
    afterAll(async () => host.stop());

    test.each(['/', '/login', '/departments?search=a', '/teams/7/edit', ...mangledLinks, '/no/such/route', '/index.html', '/name.with.dots'])(
      '%s is the page, under every header, and never stored',
      async (path) => {
        const answer = await get(host.url + path);
        expect(answer.status).toBe(200);
        expect(answer.headers['content-type']).toMatch(/^text\/html; ?charset=utf-8$/i);
        expect(answer.body.toString()).toBe(readFileSync('dist/index.html', 'utf8'));
        expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
        expect(answer.headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
        expect(answer.headers).toMatchObject({
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        });
        // Over http a browser would not heed it, and a proxy might.
        expect(answer.headers).not.toHaveProperty('strict-transport-security');
      },
    );

    test('what has a hash in its name is kept for ever, and compressed as the browser likes it', async () => {
      const kinds: [string, RegExp][] = [[script, /javascript/]];
      if (style !== undefined) kinds.push([`/assets/${style}`, /text\/css/]);
      for (const [path, type] of kinds) {
        const plain = await get(host.url + path);
        expect(plain.status).toBe(200);
        expect(plain.headers['content-type']).toMatch(type);
        expect(plain.headers).not.toHaveProperty('content-encoding');
        expect(plain.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' });

        const brotli = await get(host.url + path, { 'Accept-Encoding': 'gzip, deflate, br' });
        expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=31536000, immutable' });
        expect(brotli.headers['content-type']).toMatch(type);
        expect(brotli.headers.vary).toMatch(/accept-encoding/i);
        expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);

        const gzip = await get(host.url + path, { 'Accept-Encoding': 'gzip, br;q=0' });
        expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' });
        expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
      }
    });

    test('the page comes compressed too', async () => {
      const brotli = await get(`${host.url}/login`, { 'Accept-Encoding': 'br' });
      expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-store' });
      expect(brotliDecompressSync(brotli.body).toString()).toBe(readFileSync('dist/index.html', 'utf8'));
      expect((await get(`${host.url}/`, { 'Accept-Encoding': 'gzip' })).headers).toMatchObject({ 'content-encoding': 'gzip' });
    });

    test('a script that a deployment has taken away is missing, and not for ever', async () => {
      const gone = await get(`${host.url}/assets/gone-12345678.js`);
      expect(gone.status).toBe(404);
      expect(gone.headers['cache-control'] ?? '').not.toContain('immutable');
    });

    test('other files are looked at again', async () => {
      const icon = await get(`${host.url}/favicon.svg`);
      expect(icon.status).toBe(200);
      expect(icon.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    });

    test('what the build wrote for the host is not served', async () => {
      for (const path of ['/dist-meta/headers.json', '/../dist-meta/headers.json', '/.vite/manifest.json', '/headers.json']) {
        expect((await get(host.url + path)).body.toString()).not.toMatch(/Content-Security-Policy|isEntry/);
      }
      for (const path of ['/index.html.br', `${script}.gz`]) expect((await get(host.url + path)).status).toBe(404);
    });

    test('the API is the backend’s, path and host kept', async () => {
      const answer = await get(`${host.url}/api/myTeams/?search=a%20b&page=2`);
      expect(answer.status).toBe(200);
      const { host: name } = new URL(host.url);
      expect(answer.body.toString()).toMatch(
        new RegExp(`^{"url":"/api/myTeams/\\?search=a%20b&page=2","host":"${name}","proto":"http","client":"(?:127\\.0\\.0\\.1|::1)"}$`),
      );
      expect(answer.headers).not.toHaveProperty('content-security-policy');
    });

    test('neither one-time links nor searches get into the log', async () => {
      const paths = [...mangledLinks, `/login?next=${secretToken}`, `/api/myTeams/?search=${secretToken}`];
      for (const path of paths) await get(host.url + path, { Referer: `http://localhost/activate/MQ/${secretToken}` });
      await get(`${host.url}/profile`);
      await expect.poll(() => host.log()).toContain('/profile');
      expect(host.log()).toContain('/activate/[redacted]');
      expect(host.log()).toContain('/password/reset/confirm/[redacted]');
      expect(host.log()).toContain('/api/myTeams/');
      expect(host.log()).not.toContain(secretToken);
    });
  });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** A request with nothing added to it and nothing unpacked, which fetch does not offer. */
async function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    // The path as it was written: URL would resolve its dots.
    const path = url.slice(url.indexOf('/', 'http://'.length));
    const asked = request({ hostname, port, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    asked.once('error', reject);
    asked.end();
  });
}
