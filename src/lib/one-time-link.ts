/** The purpose of an emailed link, and the two secrets in it that endpoints 5 and 10 require. */
export interface OneTimeLink {
  kind: 'activate' | 'reset';
  uid: string;
  /** Empty when the link was cut off; the server refuses it. */
  token: string;
}

const linkPath = /^[/#!\s]*(?:(activate)|password\/+reset\/+confirm)\/+(.+)$/is;

// djoser's uid is base64url without padding; its token consists of lower-case letters and digits, with a hyphen inside.
const secrets = /^([\w-]+)(?:\/+([a-z\d]+(?:-+[a-z\d]+)*))?/;

// What email programs add inside a link: line breaks, with a reply's ">" after them, the "=" that quoted-printable puts before
// them, and invisible characters.
const insertions = /[\r\n][\s>]*|[\p{Cc}\p{Cf}=]/gu;

/**
 * Reads an emailed link from a URL: from the path (`/activate/UID/TOKEN`), or from the hash, where djoser's example settings put
 * it (`/#/activate/UID/TOKEN`, `/#/password/reset/confirm/UID/TOKEN`). It also reads what email programs make of such links:
 * broken lines, invisible characters, text at the end, doubled slashes, capitals in the path and percent-encoding.
 * @param location `pathname` and `hash` as in `window.location` (the hash with its `#`)
 * @returns null when the URL is not such a link
 */
export function readOneTimeLink(location: { pathname: string; hash: string }): OneTimeLink | null {
  return readFrom(location.pathname) ?? readFrom(location.hash);
}

function readFrom(path: string): OneTimeLink | null {
  const [, activate, rest = ''] = linkPath.exec(decode(path).replace(insertions, '')) ?? [];
  const [, uid, token = ''] = secrets.exec(rest) ?? [];
  return uid === undefined ? null : { kind: activate ? 'activate' : 'reset', uid, token };
}

/** Decodes %XX, also where a redirect has encoded it again. What is not UTF-8 is none of the link's characters. */
function decode(text: string): string {
  const decoded = text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return '\uFFFD';
    }
  });
  return decoded === text ? text : decode(decoded);
}
