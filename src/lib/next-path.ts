const home = '/';

/** A placeholder for the app's origin while a path is resolved; nothing is ever sent there. */
const here = 'https://here.invalid';

/**
 * Decides where to go after log-in. Accepts only paths of this app, so that a link to the log-in page cannot
 * redirect to another site (an open redirect).
 * @param next the value of `?next=`, already decoded once, or null
 * @returns a path with its query and hash, resolved as a browser would; `/` for anything else
 */
export function safeNext(next: string | null | undefined): string {
  if (!next || !isOwnPath(next)) return home;
  const url = new URL(next, here);
  // Browsers resolve dots before they look for a host: `/..//evil.com` becomes `//evil.com`.
  if (url.origin !== here || !isOwnPath(url.pathname)) return home;
  const path = decoded(url.pathname);
  if (path === null || !isOwnPath(path) || /^\/+login(\/|$)/i.test(path)) return home;
  return url.pathname + url.search + url.hash;
}

/** Exactly one leading slash; no backslash (browsers treat it as a slash); no control characters (browsers drop tabs and newlines). */
function isOwnPath(path: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what this rejects
  return /^\/(?!\/)[^\\\u0000-\u001f\u007f]*$/.test(path);
}

/** The path with all percent-encoding decoded, however often it was encoded (`/%252Fevil`); null if it is malformed. */
function decoded(path: string): string | null {
  try {
    const once = decodeURIComponent(path);
    return once === path ? path : decoded(once);
  } catch {
    return null;
  }
}
