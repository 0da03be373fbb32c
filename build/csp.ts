import { createHash } from 'node:crypto';

/** What in a page is inline, as CSP source expressions (`'sha256-…'`). */
export interface InlineHashes {
  scripts: string[];
  styles: string[];
}

/**
 * Hashes every inline script and style of a built page. Blocks of data (`type="application/json"`
 * and the like) are left out: a browser runs none of them and a CSP does not look at them.
 *
 * @param html the page's text, exactly as it will be sent
 * @returns the hashes, each once, in the order of the page
 */
export function inlineHashes(html: string): InlineHashes {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    if (!/\bsrc\s*=/i.test(attributes) && runs(attributes)) scripts.add(hash(text));
  }
  for (const [, text = ''] of html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)) styles.add(hash(text));
  return { scripts: [...scripts], styles: [...styles] };
}

/**
 * Finds what the page's `<meta name="api-base">` adds to `connect-src`.
 *
 * @param html the page's text
 * @returns the API's origin when its address is absolute, else null: then it is the page's own
 */
export function apiOrigin(html: string): string | null {
  const meta = /<meta\b[^>]*\bname=["']?api-base["']?[^>]*>/i.exec(html)?.[0] ?? '';
  const content = /\bcontent=["']([^"']*)["']/i.exec(meta)?.[1] ?? '';
  return /^https?:\/\//i.test(content) ? new URL(content).origin : null;
}

/**
 * Writes the policy that the app runs under, the same for the reference server, nginx and Caddy.
 *
 * @param inline the hashes of what is inline in any page of the build
 * @param api the API's origin when it is not the page's own
 * @returns the value of a `Content-Security-Policy` header
 */
export function contentSecurityPolicy(inline: InlineHashes, api: string | null): string {
  return [
    `default-src 'none'`,
    ['script-src', `'self'`, ...inline.scripts].join(' '),
    ['style-src', `'self'`, ...inline.styles].join(' '),
    `worker-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    ['connect-src', `'self'`, ...(api === null ? [] : [api])].join(' '),
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    // No library in the bundle needs a policy, so none may be made.
    `trusted-types 'none'`,
  ].join('; ');
}

function runs(attributes: string): boolean {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
  return ['', 'module', 'text/javascript', 'importmap', 'speculationrules'].includes(type);
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
