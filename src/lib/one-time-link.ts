/** The purpose of an emailed link, and the two secrets in it that endpoints 5 and 10 require. */
export interface OneTimeLink {
  kind: 'activate' | 'reset';
  uid: string;
  token: string;
}

const shapes = [
  { kind: 'activate', pattern: /^\/?activate\/([^/?#]+)\/([^/?#]+)\/?$/ },
  { kind: 'reset', pattern: /^\/?password\/reset\/confirm\/([^/?#]+)\/([^/?#]+)\/?$/ },
] as const;

/**
 * Reads an emailed link from a URL: from the path (`/activate/UID/TOKEN`), or from the hash, where djoser's example settings put
 * it (`/#/activate/UID/TOKEN`, `/#/password/reset/confirm/UID/TOKEN`).
 * @param location `pathname` and `hash` as in `window.location` (the hash with its `#`)
 * @returns null when the URL is not such a link
 */
export function readOneTimeLink(location: { pathname: string; hash: string }): OneTimeLink | null {
  return readFrom(location.pathname) ?? readFrom(location.hash.replace(/^#!?/, ''));
}

function readFrom(path: string): OneTimeLink | null {
  for (const { kind, pattern } of shapes) {
    const [, uid, token] = pattern.exec(path) ?? [];
    if (uid === undefined || token === undefined) continue;
    try {
      return { kind, uid: decodeURIComponent(uid), token: decodeURIComponent(token) };
    } catch {
      return null; // A stray %: not a link that djoser made.
    }
  }
  return null;
}
