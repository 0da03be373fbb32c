import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { brotliCompressSync } from 'node:zlib';
import type { Respond } from './api.ts';

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
 * Serves a folder as a good static host does: HTTP/2 if openssl can make a certificate, otherwise HTTP/1.1 with keep-alive;
 * precompressed with brotli; pages always fresh, hashed files cached for ever. `/api/` requests go to `respond`.
 *
 * @param headers the headers to send with pages
 */
export async function host(folder: string, headers: Record<string, string>, respond: Respond): Promise<Host> {
  const certificate = selfSigned();
  const files = new Map<string, Buffer>();
  const listener = (request: Http2ServerRequest, response: Http2ServerResponse) => {
    void (request.url.startsWith('/api/') ? passOn(request, response, respond) : sendFile(folder, headers, files, request.url, response));
  };
  // Node's HTTP/2 compatibility API matches HTTP/1.1 in everything used here.
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

async function passOn(request: Http2ServerRequest, response: Http2ServerResponse, respond: Respond): Promise<void> {
  const chunks: Buffer[] = [];
  // Streams are typed as yielding anything; a request's yields buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (!name.startsWith(':') && typeof value === 'string') headers.set(name, value);
  const { method, url } = request;
  const body = ['GET', 'HEAD'].includes(method) ? null : Buffer.concat(chunks);
  const result = await respond(new Request(`https://localhost${url}`, { method, headers, body }));
  response.writeHead(result.status, Object.fromEntries(result.headers));
  if (result.body) Readable.fromWeb(result.body as never).pipe(response as never); // two descriptions of the same streams
  else response.end();
}

/** A certificate for this run only; null without openssl. */
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
