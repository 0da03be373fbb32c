const home = '/';

/** Only stands in for the app's own origin while an address is resolved; nothing is ever sent there. */
const here = 'https://here.invalid';

/**
 * Where to go after log-in. Only a path of this app is followed, so that a link to the log-in page cannot
 * send somebody on to another site (an open redirect).
 * @param next the value of `?next=`, already decoded once, or null
 * @returns a path with its query and hash, resolved as a browser would; `/` for anything else
 */
export function safeNext(next: string | null | undefined): string {
  if (!next || !isOwnPath(next)) return home;
  const url = new URL(next, here);
  // Browsers resolve dots before they look for a host: `/..//evil.com` ends as `//evil.com`.
  if (url.origin !== here || !isOwnPath(url.pathname)) return home;
  const path = decoded(url.pathname);
  if (path === null || !isOwnPath(path) || /^\/+login(\/|$)/i.test(path)) return home;
  return url.pathname + url.search + url.hash;
}

/** One slash first; no backslash (browsers take it for a slash); no control character (browsers drop tab and newline). */
function isOwnPath(path: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /^\/(?!\/)[^\\\u0000-\u001f\u007f]*$/.test(path);
}

/** The path without any percent-encoding, however often it was encoded (`/%252Fevil`); null if it cannot be decoded. */
function decoded(path: string): string | null {
  try {
    const once = decodeURIComponent(path);
    return once === path ? path : decoded(once);
  } catch {
    return null;
  }
}
