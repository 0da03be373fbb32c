/** What a mailed link is for, and the two secrets in it that endpoints 5 and 10 ask for. */
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
 * Reads a mailed link out of an address: in the path (`/activate/UID/TOKEN`), or in the hash, where djoser's
 * stock settings put it (`/#/activate/UID/TOKEN`, `/#/password/reset/confirm/UID/TOKEN`).
 * @param location the address's `pathname` and `hash`, as in `window.location` (the hash with its `#`)
 * @returns null when it is no such link
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
      return null; // A stray % that decodes to nothing: no link of djoser's.
    }
  }
  return null;
}
