import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod/mini';

const headersSchema = z.record(z.string(), z.string());
const fileSchema = z.object({ html: headersSchema, assets: headersSchema, files: headersSchema });

/** The headers of the built SPA: for its page, for the files with a hash in their names, and for all other files. */
export type StaticHeaders = z.infer<typeof fileSchema>;

/** For a build without a headers file: they allow no inline script or style. */
const defaults: StaticHeaders = {
  html: {
    'Content-Security-Policy': [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "worker-src 'self'", "img-src 'self' data:", "font-src 'self'",
      "connect-src 'self'", "manifest-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  },
  assets: {
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'public, max-age=31536000, immutable',
  },
  files: {
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  },
};

/**
 * Reads the headers that the build wrote, or returns strict defaults if there is no such file.
 *
 * @throws when the file exists but is malformed
 */
export function readStaticHeaders(file: string): StaticHeaders {
  return existsSync(file) ? fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : defaults;
}
