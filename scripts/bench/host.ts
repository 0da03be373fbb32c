import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { brotliCompressSync } from 'node:zlib';
import type { Answer } from './api.ts';

export interface Host {
  url: string;
  close(): void;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder as a good static host does: HTTP/2 where openssl can make a certificate, otherwise HTTP/1.1 that stays open;
 * brotli made ahead, pages fresh, hashed files for ever. `/api/` goes to `answer`.
 *
 * @param headers what is sent with pages, as the build wrote it
 */
export async function host(folder: string, headers: Record<string, string>, answer: Answer): Promise<Host> {
  const certificate = selfSigned();
  const files = new Map<string, Buffer>();
  const listener = (request: Http2ServerRequest, response: Http2ServerResponse) => {
    void (request.url.startsWith('/api/') ? passOn(request, response, answer) : sendFile(folder, headers, files, request.url, response));
  };
  // The compatible API of HTTP/2 is Node's own for HTTP/1.1, but for what nobody here uses.
  const server = certificate ? createSecureServer({ ...certificate, allowHTTP1: true }, listener) : createServer(listener as never);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { url: `${certificate ? 'https' : 'http'}://localhost:${port}`, close: () => server.close() };
}

function sendFile(folder: string, headers: Record<string, string>, files: Map<string, Buffer>, url: string, response: Http2ServerResponse): void {
  const path = normalize(decodeURIComponent(url.split('?')[0] ?? '/'));
  const asked = join(folder, path);
  const isFile = extname(path) !== '' && existsSync(asked);
  if (!isFile && path.startsWith('/assets/')) {
    response.writeHead(404).end();
    return;
  }
  const file = isFile ? asked : join(folder, 'index.html');
  const body = files.get(file) ?? compressed(file);
  files.set(file, body);
  const caching = isFile ? { 'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache' } : { 'cache-control': 'no-store', ...headers };
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br', 'content-length': body.length, ...caching });
  response.end(body);
}

function compressed(file: string): Buffer {
  return existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : brotliCompressSync(readFileSync(file));
}

async function passOn(request: Http2ServerRequest, response: Http2ServerResponse, answer: Answer): Promise<void> {
  const chunks: Buffer[] = [];
  // Streams are typed as giving anything; one of a request gives buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (!name.startsWith(':') && typeof value === 'string') headers.set(name, value);
  const { method, url } = request;
  const body = ['GET', 'HEAD'].includes(method) ? null : Buffer.concat(chunks);
  const result = await answer(new Request(`https://localhost${url}`, { method, headers, body }));
  response.writeHead(result.status, Object.fromEntries(result.headers));
  if (result.body) Readable.fromWeb(result.body as never).pipe(response as never); // two descriptions of the same streams
  else response.end();
}

/** A certificate that only this run knows; null where there is no openssl. */
function selfSigned(): { key: Buffer; cert: Buffer } | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
