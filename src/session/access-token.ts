/** The claims that the client reads from a JSON Web Token (RFC 7519): identity and times only. It cannot verify the token; the server does. */
export interface Claims {
  /** `user_id`, simplejwt's stock claim (a number or a UUID), or `sub`; null when there is neither. */
  userId: string | null;
  /** Seconds since the epoch, by the server's clock; null when missing or not a number. */
  exp: number | null;
  iat: number | null;
}

const minute = 60;
const sane = { shortest: 1, longest: 366 * 24 * 60 * minute };

/** Reads a token's claims; null when the token is not well formed. */
export function readClaims(token: unknown): Claims | null {
  if (typeof token !== 'string') return null;
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token) ?? [];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(decodeBase64Url(payload));
    if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) return null;
    const { user_id, sub, exp, iat } = claims as Record<string, unknown>; // any object has string keys
    return { userId: readId(user_id) ?? readId(sub), exp: readTime(exp), iat: readTime(iat) };
  } catch {
    return null;
  }
}

/**
 * The token's lifetime in milliseconds: `exp − iat`, both by the server's clock, so the browser's clock may be wrong by hours.
 * Null when a claim is missing or the result is implausible.
 */
export function lifetimeOf({ exp, iat }: Claims): number | null {
  if (exp === null || iat === null) return null;
  const seconds = exp - iat;
  return seconds >= sane.shortest && seconds <= sane.longest ? seconds * 1000 : null;
}

function readId(value: unknown): string | null {
  return (typeof value === 'string' && value !== '') || Number.isSafeInteger(value) ? String(value) : null;
}

function readTime(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function decodeBase64Url(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}
