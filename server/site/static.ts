import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from 'hono';
import { securityHeaders } from '../http/security-headers.ts';
import { readStaticHeaders, type StaticHeaders } from './static-headers.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const encodings = [['br', '.br'], ['gzip', '.gz']] as const;

/** Where the built SPA is. */
export interface BuiltApp {
  /** The folder of public files, as an absolute path. */
  directory: string;
  /** The file with the headers to send. */
  headersFile: string;
}

/**
 * Serves the built SPA as the samples in `deploy/` do: its files, compressed if the browser accepts that, and its page
 * for every other path. A missing file under /assets is a 404, because a page must never be loaded as a script.
 */
export function serveStatic({ directory, headersFile }: BuiltApp): (c: Context) => Promise<Response> {
  let headers: StaticHeaders | null = null;
  return async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return plain(405, 'Method not allowed', { Allow: 'GET, HEAD' });
    headers ??= readStaticHeaders(headersFile);
    const requested = filePath(directory, new URL(c.req.url).pathname);
    if (requested === null) return plain(404, 'Not found');
    const accepted = c.req.header('accept-encoding') ?? '';
    const found = await readEncoded(requested, accepted);
    if (!found && isAsset(requested, directory)) return plain(404, 'Not found');
    const file = found ? requested : path.join(directory, 'index.html');
    const encoded = found ?? (await readEncoded(file, accepted));
    if (!encoded) return plain(404, 'The app is not built yet: npm run build');
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    return new Response(encoded.bytes, {
      headers: {
        ...headersOf(file, directory, headers),
        'Content-Type': type,
        'Content-Length': String(encoded.bytes.length),
        Vary: 'Accept-Encoding',
        ...(encoded.encoding ? { 'Content-Encoding': encoded.encoding } : {}),
      },
    });
  };
}

/** Returns the file for a path; null for a path that must not be served. */
function filePath(directory: string, pathname: string): string | null {
  const decoded = decode(pathname);
  // Hidden files are not public, and an unknown path under /.well-known/ must not look as if it existed.
  if (decoded === null || /[\0\\]|\/\./.test(decoded)) return null;
  // The compressed copies are served under the names of their originals only.
  if (encodings.some(([, suffix]) => decoded.endsWith(suffix))) return null;
  const file = path.join(directory, decoded);
  if (!file.startsWith(directory + path.sep)) return decoded === '/' ? path.join(directory, 'index.html') : null;
  return path.extname(decoded) === '' ? path.join(directory, 'index.html') : file;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

async function readEncoded(file: string, accepted: string): Promise<{ bytes: Buffer<ArrayBuffer>; encoding: string | null } | null> {
  for (const [encoding, suffix] of encodings) {
    if (!accepts(accepted, encoding)) continue;
    const bytes = await readIfThere(file + suffix);
    if (bytes) return { bytes, encoding };
  }
  const bytes = await readIfThere(file);
  return bytes && { bytes, encoding: null };
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((item) => {
    const [name, ...parameters] = item.split(';').map((text) => text.trim().toLowerCase());
    return name === encoding && !parameters.some((text) => /^q=0(\.0*)?$/.test(text));
  });
}

async function readIfThere(file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(file);
  } catch {
    return null;
  }
}

function headersOf(file: string, directory: string, { html, assets, files }: StaticHeaders): Record<string, string> {
  if (file.endsWith('.html')) return html;
  return isAsset(file, directory) ? assets : files;
}

function isAsset(file: string, directory: string): boolean {
  return file.startsWith(path.join(directory, 'assets') + path.sep);
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...securityHeaders, ...headers } });
}
