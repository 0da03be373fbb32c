/**
 * The response headers of the three kinds of file that a host of the build serves.
 * `html`: pages, under whatever route. `assets`: `/assets/*`, whose names hold a hash of the
 * content. `files`: all else (icon, robots.txt), whose names stay when the content changes.
 */
export type HostingHeaders = Record<'html' | 'assets' | 'files', Record<string, string>>;

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Puts the headers together.
 *
 * @param csp the value of the pages' `Content-Security-Policy`
 */
export function hostingHeaders(csp: string): HostingHeaders {
  return {
    html: {
      'Content-Security-Policy': csp,
      ...everywhere,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    },
    assets: { ...everywhere, 'Cache-Control': 'public, max-age=31536000, immutable' },
    files: { ...everywhere, 'Cache-Control': 'no-cache' },
  };
}

/** The headers as lines for nginx, to be included in a location. */
export function nginxLines(headers: Record<string, string>): string {
  return lines(headers, (name, value) => {
    // `always` is on errors too; but an asset that is not there must not be missing for a year.
    const always = name === 'Cache-Control' ? '' : ' always';
    return `add_header ${name} "${value}"${always};`;
  });
}

/** The headers as lines for Caddy, to be imported in a `header` block. */
export function caddyLines(headers: Record<string, string>): string {
  return lines(headers, (name, value) => `${name} "${value}"`);
}

function lines(headers: Record<string, string>, line: (name: string, value: string) => string): string {
  return Object.entries(headers)
    .map(([name, value]) => `${line(name, value)}\n`)
    .join('');
}
